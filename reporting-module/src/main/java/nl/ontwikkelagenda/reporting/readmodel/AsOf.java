package nl.ontwikkelagenda.reporting.readmodel;

/**
 * Up to which fact a question is answered: {@link #NOW} for all that is known, else the position that a moment in the past came down to.
 *
 * @param position last position that counts
 */
public record AsOf(long position) {

	public static final AsOf NOW = new AsOf(Long.MAX_VALUE);

	public boolean isNow() {
		return position == Long.MAX_VALUE;
	}
}
