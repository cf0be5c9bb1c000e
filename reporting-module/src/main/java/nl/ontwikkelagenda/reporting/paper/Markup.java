package nl.ontwikkelagenda.reporting.paper;

/** Texts as they stand in XML and in HTML. */
final class Markup {

	private Markup() {
	}

	/** Without what XML cannot hold: most control characters, and halves of pairs. */
	static String allowed(String text) {
		return text.codePoints().filter(Markup::isAllowed).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
	}

	private static boolean isAllowed(int point) {
		return point == '\t' || point == '\n' || (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
	}

	/** For the text of an element, and for an attribute between double quotes. */
	static String escaped(String text) {
		return allowed(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}
}
