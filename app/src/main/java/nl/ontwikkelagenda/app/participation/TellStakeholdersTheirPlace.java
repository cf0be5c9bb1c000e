package nl.ontwikkelagenda.app.participation;

import java.time.LocalDate;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.cop.community.CommunityEvent.OfEnrolment;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderEnrolled;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderPromoted;
import nl.ontwikkelagenda.cop.community.CommunityEvent.StakeholderWaitlisted;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Who has a seat, a place on the waiting list, or a seat that came free, is told by mail: often another enrolled him. The mail is written in the transaction that notes that the
 * event was handled, so once. What is recorded long afterwards is no news.
 */
@Component
@DisallowReplay
@ProcessingGroup("TellStakeholdersTheirPlace")
class TellStakeholdersTheirPlace {

	private static final int DAYS_OF_NEWS = 7;

	private final Documents documents;
	private final People people;
	private final OutgoingMails mails;
	private final Postman postman;
	private final PlaceMail words;
	private final Today today;

	TellStakeholdersTheirPlace(Documents documents, People people, OutgoingMails mails, Postman postman, PlaceMail words, Today today) {
		this.documents = documents;
		this.people = people;
		this.mails = mails;
		this.postman = postman;
		this.words = words;
		this.today = today;
	}

	@EventHandler
	void on(StakeholderEnrolled e) {
		tell(e, e.enrolledOn(), words::enrolled);
	}

	@EventHandler
	void on(StakeholderWaitlisted e) {
		tell(e, e.waitlistedOn(), community -> words.waitlisted(community, Participations.place(community, e.personId())));
	}

	@EventHandler
	void on(StakeholderPromoted e) {
		tell(e, e.promotedOn(), words::promoted);
	}

	private void tell(OfEnrolment event, LocalDate day, Function<CommunityView, PlaceMail.Text> text) {
		if (postman.works() && !day.isBefore(today.date().minusDays(DAYS_OF_NEWS))) {
			people.find(event.personId()).filter(person -> person.email() != null).ifPresent(person -> write(person, text.apply(community(event))));
		}
	}

	private void write(Person person, PlaceMail.Text text) {
		PersonId to = person.personId();
		mails.write(to, text.subject(), "Beste " + person.name() + ",\n\n" + text.body());
	}

	private CommunityView community(OfEnrolment event) {
		return documents.find(ReadModels.COMMUNITIES, event.communityId().toString(), AsOf.NOW).orElseThrow().document();
	}
}
