package nl.ontwikkelagenda.app.axonserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

class PlacesTest {

	@Test
	void withoutHolesAPositionIsTheTokenAndOne() {
		Places places = new Places(Map.of());
		assertThat(places.position(0)).isEqualTo(1);
		assertThat(places.position(41)).isEqualTo(42);
		assertThat(places.tokenAfter(0)).isZero();
		assertThat(places.tokenAfter(42)).isEqualTo(42);
	}

	/** Positions 1, 2, 5, 6, 9, ...: two appends of two events each were rolled back. */
	@Test
	void theHolesOfALogThatMovedStayWhereTheyWere() {
		Places places = new Places(Map.of(2L, 2L, 4L, 4L));
		assertThat(new long[] {places.position(0), places.position(1), places.position(2), places.position(3), places.position(4), places.position(5)})
				.containsExactly(1, 2, 5, 6, 9, 10);
		assertThat(new long[] {places.tokenAfter(0), places.tokenAfter(1), places.tokenAfter(2), places.tokenAfter(3), places.tokenAfter(4), places.tokenAfter(5)})
				.containsExactly(0, 1, 2, 2, 2, 3);
		assertThat(new long[] {places.tokenAfter(6), places.tokenAfter(7), places.tokenAfter(8), places.tokenAfter(9), places.tokenAfter(10)}).containsExactly(4, 4, 4, 5, 6);
	}

	@Test
	void alsoWhenTheFirstAppendOfAllWasRolledBack() {
		Places places = new Places(Map.of(0L, 3L));
		assertThat(places.position(0)).isEqualTo(4);
		assertThat(places.tokenAfter(0)).isZero();
		assertThat(places.tokenAfter(3)).isZero();
		assertThat(places.tokenAfter(4)).isEqualTo(1);
	}
}
