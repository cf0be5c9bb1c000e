package nl.ontwikkelagenda.app.meetingroom;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.InvitationSent;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingCancelled;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingMoved;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MinutesSentRound;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.app.pages.Names;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whoever is invited is told by mail, also when the meeting is moved or cancelled, and minutes that are sent round go by mail to those members, invited and present persons who may see
 * them. A mail is written in the transaction that notes that the event was handled, so once. What is recorded long afterwards is no news.
 */
@Component
@DisallowReplay
@ProcessingGroup("MailPeopleOfMeetings")
class MailPeopleOfMeetings {

	private static final int DAYS_OF_NEWS = 7;
	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Documents documents;
	private final ReadModelEngine views;
	private final EventLog log;
	private final People people;
	private final Readers readers;
	private final OutgoingMails mails;
	private final Postman postman;
	private final MeetingMail words;
	private final Today today;

	MailPeopleOfMeetings(Documents documents, ReadModelEngine views, EventLog log, People people, Readers readers, OutgoingMails mails, Postman postman,
			MeetingMail words, Today today) {
		this.documents = documents;
		this.views = views;
		this.log = log;
		this.people = people;
		this.readers = readers;
		this.mails = mails;
		this.postman = postman;
		this.words = words;
		this.today = today;
	}

	@EventHandler
	void on(InvitationSent e) {
		if (e.personId() == null || !isNews(e.sentOn())) {
			return;
		}
		MeetingView meeting = meeting(e.meetingId());
		if (isStillToCome(meeting)) {
			writeWithFile(e.personId(), meeting, words::invitation);
		}
	}

	@EventHandler
	void on(MeetingMoved e) {
		tellInvited(e.meetingId(), MeetingStatus.PLANNED, words::moved);
	}

	@EventHandler
	void on(MeetingCancelled e) {
		tellInvited(e.meetingId(), MeetingStatus.CANCELLED, words::cancelled);
	}

	/** @param status that the meeting has unless it was overtaken by what another mail tells */
	private void tellInvited(MeetingId id, MeetingStatus status, Wording wording) {
		if (!postman.works()) {
			return;
		}
		MeetingView meeting = meeting(id);
		if (meeting.status() == status && isStillToCome(meeting)) {
			counting(invited(meeting)).forEach(person -> writeWithFile(person, meeting, wording));
		}
	}

	/** What is said of a meeting; the last argument tells whether a file for the reader's calendar goes with it. */
	@FunctionalInterface
	private interface Wording {
		MeetingMail.Text of(MeetingView meeting, Names names, boolean enclosed);
	}

	private void writeWithFile(PersonId person, MeetingView meeting, Wording wording) {
		boolean sees = readers.partnerships(ReadModels.MEETINGS, person).contains(meeting.partnershipId());
		write(person, wording.of(meeting, names(meeting, List.of()), sees), sees ? meeting.meetingId().value() : null);
	}

	private boolean isStillToCome(MeetingView meeting) {
		return !meeting.plannedOn().isBefore(today.date());
	}

	@EventHandler
	void on(MinutesSentRound e) {
		if (!isNews(e.sentOn())) {
			return;
		}
		MeetingView meeting = meeting(e.meetingId());
		concerned(meeting).forEach(person -> Viewer.as(person, () -> minutes(meeting)).ifPresent(text -> write(person, text, null)));
	}

	/** As the viewer may read them; empty for who does not see the body, as a guest of a restricted one: he is not told what came of it. */
	private Optional<MeetingMail.Text> minutes(MeetingView meeting) {
		if (meeting.bodyId() != null && documents.find(ReadModels.BODIES, meeting.bodyId().toString(), AsOf.NOW).isEmpty()) {
			return Optional.empty();
		}
		List<OutcomeView> outcomes = documents.all(ReadModels.OUTCOMES, Map.of("meetingId", meeting.meetingId().toString()), AsOf.NOW).stream()
				.sorted(Comparator.comparing(OutcomeView::recordedAt)).toList();
		return Optional.of(words.minutes(meeting, outcomes, names(meeting, outcomes)));
	}

	private boolean isNews(LocalDate day) {
		return postman.works() && !day.isBefore(today.date().minusDays(DAYS_OF_NEWS));
	}

	/** As the views show it once they have what is recorded by now: this may come before they do. */
	private MeetingView meeting(MeetingId id) {
		if (!views.awaitPosition(log.safePosition(), PATIENCE)) {
			throw new IllegalStateException("The views are behind; a mail about a meeting waits for them");
		}
		return documents.find(ReadModels.MEETINGS, id.toString(), AsOf.NOW).map(Stored::document).orElseThrow();
	}

	private Names names(MeetingView meeting, List<OutcomeView> outcomes) {
		return new Names(people, documents.find(ReadModels.PARTNERSHIPS, meeting.partnershipId().toString(), AsOf.NOW).orElseThrow().document().organisations(),
				outcomes.stream().flatMap(outcome -> outcome.promises().stream()).map(OutcomeView.Promise::owner).toList());
	}

	private Set<PersonId> concerned(MeetingView meeting) {
		Set<PersonId> concerned = new LinkedHashSet<>();
		LocalDate day = Objects.requireNonNull(meeting.happenedOn()).to();
		if (meeting.bodyId() != null) {
			documents.all(ReadModels.SEATS, Map.of("bodyId", meeting.bodyId().toString()), AsOf.NOW).stream().filter(seat -> seat.holdsOn(day)).map(SeatView::personId)
					.forEach(concerned::add);
		}
		concerned.addAll(invited(meeting));
		meeting.attendance().stream().map(MeetingView.Attendance::personId).filter(Objects::nonNull).forEach(concerned::add);
		return counting(concerned);
	}

	private List<PersonId> invited(MeetingView meeting) {
		return documents.all(ReadModels.INVITATIONS, Map.of("meetingId", meeting.meetingId().toString()), AsOf.NOW).stream().map(InvitationView::personId)
				.filter(Objects::nonNull).toList();
	}

	/** Each by the id that counts: two entries may turn out to be one person. */
	private Set<PersonId> counting(Collection<PersonId> persons) {
		return persons.stream().map(person -> people.idsOf(person).getFirst()).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** @param enclosure the meeting of which his invitation goes with it; absent for none */
	private void write(PersonId to, MeetingMail.Text text, @Nullable UUID enclosure) {
		people.find(to).filter(person -> person.email() != null)
				.ifPresent(person -> mails.write(to, text.subject(), "Beste " + person.name() + ",\n\n" + text.body(), enclosure));
	}
}
