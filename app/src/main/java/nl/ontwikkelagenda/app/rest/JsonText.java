package nl.ontwikkelagenda.app.rest;

/** JSON as answers have it, for what goes out by another way. */
public final class JsonText {

	private JsonText() {
	}

	/** In UTF-8, without empty fields. */
	public static byte[] of(Object content) {
		return HttpJson.MAPPER.writeValueAsBytes(content);
	}
}
