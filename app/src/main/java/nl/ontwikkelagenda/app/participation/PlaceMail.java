package nl.ontwikkelagenda.app.participation;

import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.rest.PublicAddress;
import nl.ontwikkelagenda.cop.community.CommunityStatus;
import nl.ontwikkelagenda.cop.community.CommunityView;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words in which people are told where they stand in a community. */
@Component
class PlaceMail {

	private final PublicAddress address;
	private final Dutch dutch;

	PlaceMail(PublicAddress address, Dutch dutch) {
		this.address = address;
		this.dutch = dutch;
	}

	/** @param body what comes after the salutation */
	record Text(String subject, String body) {
	}

	Text enrolled(CommunityView community) {
		return new Text("U doet mee aan " + community.title(), "U hebt een plaats in de community \"" + community.title() + "\"." + start(community) + ending());
	}

	/** @param place absent when the list changed since */
	Text waitlisted(CommunityView community, @Nullable Integer place) {
		String where = place == null ? "" : ", op plaats " + place;
		return new Text("U staat op de wachtlijst van " + community.title(), "De community \"" + community.title() + "\" is vol. U staat op de wachtlijst" + where
				+ ".\nKomt er een plaats vrij, dan gaat die naar wie het langst wacht; u krijgt dan bericht." + ending());
	}

	Text promoted(CommunityView community) {
		return new Text("Er is een plaats voor u in " + community.title(),
				"Er is een plaats vrijgekomen in de community \"" + community.title() + "\". U stond op de wachtlijst en doet nu mee." + start(community) + ending());
	}

	private String start(CommunityView community) {
		return community.startsOn() == null || community.status() != CommunityStatus.FOUNDED ? "" : "\nDe community begint op " + dutch.day(community.startsOn()) + ".";
	}

	private String ending() {
		return "\n\nWilt u toch niet meedoen? Laat het de secretaris weten; dan gaat uw plaats naar een ander.\nMet een account ziet u waar u aan meedoet op "
				+ address.inMail("/deelname")
				+ "\n";
	}
}
