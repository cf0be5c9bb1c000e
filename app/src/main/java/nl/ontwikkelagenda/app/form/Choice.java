package nl.ontwikkelagenda.app.form;

import java.util.Arrays;
import java.util.List;

import nl.ontwikkelagenda.app.pages.Dutch;

/**
 * Something to choose in a form.
 *
 * @param value as the form sends it
 */
public record Choice(String value, String label) {

	/** All values of an enumeration, in their order and in Dutch. */
	public static List<Choice> all(Class<? extends Enum<?>> type) {
		return Arrays.stream(type.getEnumConstants()).map(each -> new Choice(each.name(), Dutch.choice(each))).toList();
	}
}
