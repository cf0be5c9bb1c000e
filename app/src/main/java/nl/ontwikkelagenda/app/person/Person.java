package nl.ontwikkelagenda.app.person;

import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as the register knows him.
 *
 * @param function what he does for his organisation, in words
 */
public record Person(PersonId personId, String name, String function, @Nullable OrganisationId organisationId, @Nullable String email, @Nullable String phone) {

	private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\".]+(\\.[^\\s@<>\".]+)+");
	private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]{5,20}");

	/** Whether a text has the form of an e-mail address. */
	public static boolean isEmail(String text) {
		return EMAIL.matcher(text).matches();
	}

	/** Whether a text has the form of a phone number. */
	public static boolean isPhone(String text) {
		return PHONE.matcher(text).matches();
	}
}
