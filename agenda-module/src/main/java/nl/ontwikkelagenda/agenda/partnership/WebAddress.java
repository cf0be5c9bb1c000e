package nl.ontwikkelagenda.agenda.partnership;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The rule for addresses that pages show as links. */
public final class WebAddress {

	private static final Pattern PATTERN = Pattern.compile("https?://\\S+");

	private WebAddress() {
	}

	/** Refuses an address that is none of the web; an absent one is fine. */
	public static void require(@Nullable FreeText address) {
		if (address != null && !PATTERN.matcher(address.text()).matches()) {
			throw new RuleBroken("an-address-is-a-web-address", "Een adres begint met http:// of https:// en heeft geen spaties.");
		}
	}
}
