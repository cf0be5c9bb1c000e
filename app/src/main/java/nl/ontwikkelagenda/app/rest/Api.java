package nl.ontwikkelagenda.app.rest;

import jakarta.servlet.http.HttpServletRequest;

/** Names that hold for the whole REST interface. */
public final class Api {

	/** Under which every resource lives. */
	public static final String BASE = "/api/v1";

	/** Version of the interface, in every answer and in the OpenAPI document. */
	public static final String VERSION = "1.0.0";

	/** Where everybody can read what each version changed: {@code docs/api-changelog.md}. */
	public static final String CHANGELOG = "/api-changelog.md";

	public static final String VERSION_HEADER = "API-Version";

	private Api() {
	}

	/** Path of one resource, as in Location headers. */
	public static String path(String collection, Object id) {
		return BASE + "/" + collection + "/" + id;
	}

	public static boolean isApi(HttpServletRequest request) {
		String path = request.getRequestURI();
		return path.equals("/api") || path.startsWith("/api/");
	}
}
