package nl.ontwikkelagenda.app.rest;

import org.jspecify.annotations.Nullable;

/**
 * A field of a change: left out it stays as it is, null clears it.
 *
 * @param given whether the field was there
 */
public record Patched<T>(boolean given, @Nullable T value) {

	static <T> Patched<T> untouched() {
		return new Patched<>(false, null);
	}

	static <T> Patched<T> cleared() {
		return new Patched<>(true, null);
	}

	static <T> Patched<T> to(T value) {
		return new Patched<>(true, value);
	}

	/** The new value where there is one, else what it was. */
	public @Nullable T over(@Nullable T current) {
		return given ? value : current;
	}
}
