package nl.ontwikkelagenda.app.personaldata;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Of what comes one after the other the last so many, and how many there were. */
final class Last<T> {

	private final int most;
	private final Deque<T> kept = new ArrayDeque<>();
	private int count;

	Last(int most) {
		this.most = most;
	}

	static <T> Last<T> of(List<T> all, int most) {
		Last<T> last = new Last<>(most);
		all.forEach(last::add);
		return last;
	}

	void add(T next) {
		count++;
		kept.addLast(next);
		if (kept.size() > most) {
			kept.removeFirst();
		}
	}

	/** The last one first. */
	public List<T> list() {
		return List.copyOf(kept).reversed();
	}

	public int count() {
		return count;
	}

	/** How many there are beside those that are kept. */
	public int others() {
		return count - kept.size();
	}
}
