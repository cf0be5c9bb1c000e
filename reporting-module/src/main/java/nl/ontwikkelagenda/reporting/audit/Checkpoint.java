package nl.ontwikkelagenda.reporting.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * How far a log was and what was in it: C2SP tlog-checkpoint. Its further lines say when it was made and, when the log could not go on, of which it is the continuation.
 *
 * @param origin    name of the log; a continuation is another log
 * @param size      number of leaves
 * @param continued the log that this one goes on from; absent for one that began with nothing
 */
public record Checkpoint(String origin, long size, Hash root, Instant madeAt, @Nullable Continuation continued) {

	private static final String TIME = "time ";
	private static final String CONTINUES = "continues ";
	private static final String FROM = "from ";

	/**
	 * That a log ended, and what of it was kept.
	 *
	 * @param origin the log that ended
	 * @param size   of its last checkpoint
	 * @param root   of its last checkpoint
	 * @param kept   how many of its leaves are the first of the continuation; what came after them is gone
	 */
	public record Continuation(String origin, long size, Hash root, long kept) {
	}

	/** The text of its note. */
	public String text() {
		List<String> lines = new ArrayList<>(List.of(origin, Long.toString(size), root.base64(), TIME + madeAt));
		if (continued != null) {
			lines.add(CONTINUES + continued.origin() + " " + continued.size() + " " + continued.root().base64());
			lines.add(FROM + continued.kept());
		}
		return String.join("\n", lines) + "\n";
	}

	/** @throws IllegalArgumentException this text is no checkpoint, it does not say when it was made, or it says something twice */
	public static Checkpoint parse(String text) {
		List<String> lines = List.of(text.split("\n", -1));
		if (lines.size() < 4 || !lines.getLast().isEmpty() || (lines.contains("") && lines.indexOf("") < lines.size() - 1)) {
			throw new IllegalArgumentException("This is no checkpoint");
		}
		try {
			String time = value(lines, TIME).orElseThrow(() -> new IllegalArgumentException("This checkpoint does not say when it was made"));
			Instant madeAt = Instant.parse(time);
			// a sign is written of other years than those of four digits
			if (!madeAt.toString().equals(time) || time.startsWith("-") || time.startsWith("+")) {
				throw new IllegalArgumentException("This checkpoint says when it was made in another form: " + time);
			}
			return new Checkpoint(lines.getFirst(), size(lines.get(1)), Hash.ofBase64(lines.get(2)), madeAt, continued(lines));
		} catch (DateTimeParseException | IndexOutOfBoundsException e) {
			throw new IllegalArgumentException("This is no checkpoint", e);
		}
	}

	private static @Nullable Continuation continued(List<String> lines) {
		Optional<String> continues = value(lines, CONTINUES);
		Optional<String> from = value(lines, FROM);
		if (continues.isEmpty() && from.isEmpty()) {
			return null;
		}
		if (continues.isEmpty() || from.isEmpty()) {
			throw new IllegalArgumentException("This continuation does not say both of what and from where");
		}
		String[] words = continues.get().split(" ", -1);
		if (words.length != 3) {
			throw new IllegalArgumentException("This continuation does not say of what, in three words");
		}
		return new Continuation(words[0], size(words[1]), Hash.ofBase64(words[2]), size(from.get()));
	}

	private static Optional<String> value(List<String> lines, String name) {
		List<String> values = lines.stream().skip(3).filter(line -> line.startsWith(name)).map(line -> line.substring(name.length())).toList();
		if (values.size() > 1) {
			throw new IllegalArgumentException("This checkpoint has two lines that begin with " + name);
		}
		return values.stream().findFirst();
	}

	private static long size(String number) {
		if (!number.matches("0|[1-9][0-9]{0,17}")) {
			throw new IllegalArgumentException("This is no number of leaves: " + number);
		}
		return Long.parseLong(number);
	}
}
