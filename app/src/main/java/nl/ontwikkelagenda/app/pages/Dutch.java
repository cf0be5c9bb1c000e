package nl.ontwikkelagenda.app.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.agenda.barrier.BarrierView;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.Reply;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.reporting.ReportAsked;
import nl.ontwikkelagenda.app.reporting.ReportWords;
import nl.ontwikkelagenda.cop.community.CommunityStatus;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.community.InsightKind;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.reporting.progress.Wording;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says things in the words of the reader. */
@Component
public class Dutch {

	private static final Locale LOCALE = Locale.of("nl", "NL");
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'om' HH:mm", LOCALE);

	/** What a choice is called, beginning with a capital. */
	public static String choice(Enum<?> choice) {
		String words = Objects.requireNonNullElse(ChangeWords.choice(choice), choice.name());
		return Character.toUpperCase(words.charAt(0)) + words.substring(1);
	}

	public String day(LocalDate day) {
		return Wording.day(day);
	}

	public String moment(Instant moment) {
		return MOMENT.format(moment.atZone(Today.AMSTERDAM));
	}

	public String period(Period period) {
		return Wording.period(period);
	}

	/** When something is due: the words that were said, and the date they mean where that is known and says more. */
	public String deadline(DeadlineView deadline, AgreedPromise.Of of) {
		return Wording.deadline(deadline, of);
	}

	public String sector(@Nullable Sector sector) {
		return Wording.sector(sector);
	}

	public String perspective(Perspective perspective) {
		return switch (perspective) {
			case PRACTICE -> "Praktijk";
			case POLICY -> "Beleid";
			case SCIENCE -> "Wetenschap";
			case PARENT -> "Ouder";
			case YOUNG_PERSON -> "Jongere";
		};
	}

	public String standing(EnrolmentView.Standing standing) {
		return Wording.standing(standing);
	}

	public String status(CommunityStatus status) {
		return switch (status) {
			case FOUNDED -> "Nog niet begonnen";
			case STARTED -> "Loopt";
			case CONCLUDED -> "Afgesloten";
		};
	}

	public String status(BarrierView.Status status) {
		return switch (status) {
			case REPORTED -> "Gemeld";
			case ON_AGENDA -> "Op de agenda";
			case TAKEN_UP -> "Opgepakt";
			case RESOLVED -> "Afgerond";
		};
	}

	public String kind(InsightKind kind) {
		return switch (kind) {
			case SCIENCE -> "Wetenschap";
			case POLICY -> "Beleid";
			case PRACTICE -> "Praktijk";
			case EXPERIENCE -> "Ervaring";
		};
	}

	public String status(ActionStatus status) {
		return Wording.status(status);
	}

	public String status(MeetingStatus status) {
		return Wording.status(status);
	}

	/** What somebody let know about an invitation of his own. */
	public String reply(Reply reply) {
		return switch (reply) {
			case YES -> "U komt";
			case NO -> "U komt niet";
			case MAYBE -> "U komt misschien";
		};
	}

	public String kind(OutcomeKind kind) {
		return Wording.kind(kind);
	}

	public String kind(ReportSubject.Kind kind) {
		return ReportWords.kind(kind);
	}

	/** The name of the field in the address that chooses the subject of a report. */
	public String field(ReportSubject.Kind kind) {
		return ReportAsked.field(kind);
	}
}
