package nl.ontwikkelagenda.agenda.attachment;

/** The bytes of a file, on their way to where they are kept. */
public final class Content {

	private final byte[] bytes;

	public Content(byte[] bytes) {
		this.bytes = bytes.clone();
	}

	public byte[] bytes() {
		return bytes.clone();
	}
}
