package nl.ontwikkelagenda.app.exchange;

/** How large a file that comes in may be when it is unpacked. */
final class Limits {

	static final int MOST_COLUMNS = 100;
	static final int MOST_PARTS = 1_000;
	static final long MOST_BYTES = 100L * 1024 * 1024;

	private Limits() {
	}

	static UnreadableFile tooLarge() {
		return new UnreadableFile("Het bestand is uitgepakt te groot; verdeel het over meer bestanden.");
	}

	static UnreadableFile tooManyRows(int most) {
		return new UnreadableFile("Het bestand heeft meer dan " + most + " rijen; verdeel het over meer bestanden.");
	}
}
