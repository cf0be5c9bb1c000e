package nl.ontwikkelagenda.app.reminder;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.PublicAddress;

import org.springframework.stereotype.Component;

/** Merges the reminders of one person on one day into one mail. */
@Component
class ReminderMail {

	private final People people;
	private final PublicAddress address;

	ReminderMail(People people, PublicAddress address) {
		this.people = people;
		this.address = address;
	}

	String subject(List<Due> reminders) {
		return reminders.size() == 1 ? "Herinnering: 1 toezegging vraagt uw aandacht" : "Herinnering: " + reminders.size() + " toezeggingen vragen uw aandacht";
	}

	String body(Person person, LocalDate day, List<Due> reminders) {
		StringBuilder body = new StringBuilder("Beste ").append(person.name()).append(",\n\nDit is afgesproken en vraagt nu uw aandacht.\n");
		int number = 0;
		for (Due due : reminders) {
			body.append('\n').append(++number).append(". ").append(inOneLine(due.title())).append('\n').append(promised(due)).append(inOneLine(due.promise().what()))
					.append("\n   Wanneer: ").append(inOneLine(ReminderWords.deadline(due))).append(". ").append(ReminderWords.standing(due, day)).append("\n   ")
					.append(address.inMail(ReminderWords.path(due))).append('\n');
		}
		body.append("\nIs het gedaan, of lukt het niet op tijd? Meld het bij de actie, of aan uw secretaris; dan houden de herinneringen op.\n\n")
				.append("U krijgt dit bericht hoogstens één keer per dag, omdat u dit hebt toegezegd of er namens uw organisatie bij betrokken bent. Liever rust in de\n")
				.append("schoolvakanties? Zet dat aan op ").append(address.inMail("/")).append('\n');
		return people.withNames(body.toString());
	}

	private static String promised(Due due) {
		return due.onBehalfOf() == null ? "   U zegde toe: " : "   " + inOneLine(due.onBehalfOf()) + " zegde toe: ";
	}

	private static String inOneLine(String text) {
		return text.replaceAll("\\s+", " ");
	}
}
