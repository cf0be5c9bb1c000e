package nl.ontwikkelagenda.app.actions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.form.Participants;

import org.springframework.stereotype.Component;

/** Who can be chosen on a page to do something: those who take part in the partnership, or whoever is named. */
@Component
class OwnerChoices {

	private static final String FIELD = "owner";
	private static final String NAME = "ownerName";

	private final Participants participants;

	OwnerChoices(Participants participants) {
		this.participants = participants;
	}

	/** Persons who hold a right or a seat on this day, organisations that take part, and what is called by a name. For who may know who holds which right. */
	List<Group> of(PartnershipView partnership, LocalDate day) {
		Group named = new Group("Wie er niet bij staat: vul hieronder de naam in",
				List.of(new Choice(Owner.Kind.TEAM.name(), "Een team"), new Choice(Owner.Kind.ORGANISATION.name(), "Een organisatie van buiten")));
		return List.of(new Group("Personen", all(Owner.Kind.PERSON, participants.persons(partnership.partnershipId(), day))),
				new Group("Organisaties", all(Owner.Kind.ORGANISATION, Participants.organisations(partnership))), named);
	}

	private static List<Choice> all(Owner.Kind kind, List<Choice> choices) {
		return choices.stream().map(choice -> new Choice(kind + "/" + choice.value(), choice.label())).toList();
	}

	/** Who was chosen; with a fault in the form when that is nobody. */
	static Owner chosen(Form form) {
		String[] parts = form.typed(FIELD).split("/", -1);
		if (parts.length == 2) {
			try {
				return new Owner(Owner.Kind.valueOf(parts[0]), UUID.fromString(parts[1]), null);
			} catch (IllegalArgumentException e) {
				// said below: not one of the list
			}
		}
		boolean byName = Owner.Kind.TEAM.name().equals(form.typed(FIELD)) || Owner.Kind.ORGANISATION.name().equals(form.typed(FIELD));
		if (byName) {
			return new Owner(Owner.Kind.valueOf(form.typed(FIELD)), null, form.line(NAME, ActionPage.LINE));
		}
		form.wrong(FIELD, "Kies wie het doet.");
		return new Owner(Owner.Kind.TEAM, null, null);
	}
}
