package nl.ontwikkelagenda.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {

	@ParameterizedTest
	@ValueSource(longs = {0, 1, Stretch.LENGTH - 1, Stretch.LENGTH, Stretch.LENGTH + 1, 3 * Stretch.LENGTH - 1})
	void everyPositionIsLookedAtOnceInItsOrder(long last) {
		assertThat(positions(Stretch.oldestFirst(last))).isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
		assertThat(positions(Stretch.newestFirst(last))).containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, last).boxed().toList());
		assertThat(Stretch.newestFirst(last).map(Stretch::upTo)).isSortedAccordingTo((one, other) -> Long.compare(other, one));
		assertThat(Stream.concat(Stretch.oldestFirst(last), Stretch.newestFirst(last))).allMatch(stretch -> stretch.upTo() - stretch.after() <= Stretch.LENGTH);
	}

	private static List<Long> positions(Stream<Stretch> stretches) {
		return stretches.flatMap(stretch -> LongStream.rangeClosed(stretch.after() + 1, stretch.upTo()).boxed()).toList();
	}
}
