package nl.ontwikkelagenda.app.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.agenda.barrier.BarrierView;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.cop.community.CommunityStatus;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.community.InsightKind;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.SubjectKind;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says things in the words of the reader. */
@Component
public class Dutch {

	private static final Locale LOCALE = Locale.of("nl", "NL");
	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", LOCALE);
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy 'om' HH:mm", LOCALE);

	public String day(LocalDate day) {
		return DAY.format(day);
	}

	public String moment(Instant moment) {
		return MOMENT.format(moment.atZone(Today.AMSTERDAM));
	}

	public String period(Period period) {
		return period.from().equals(period.to()) ? day(period.from()) : day(period.from()) + " tot en met " + day(period.to());
	}

	/** When something is due: the words that were said, and the date they mean where that is known and says more. */
	public String deadline(DeadlineView deadline, AgreedPromise.Of of) {
		String phrase = deadline.phrase();
		if (phrase == null) {
			return "niets afgesproken";
		}
		String words = of == AgreedPromise.Of.INVITATION ? "uitnodiging: " + phrase : phrase;
		LocalDate latest = deadline.latest();
		return latest == null ? words : words + " (" + day(latest) + ")";
	}

	public String sector(@Nullable Sector sector) {
		return switch (sector) {
			case null -> "Organisatie niet vastgelegd";
			case EDUCATION -> "Onderwijs";
			case MUNICIPALITY -> "Gemeenten";
			case YOUTH_CARE -> "Jeugdhulp";
			case HEALTH -> "Gezondheidszorg";
			case CHILDCARE -> "Kinderopvang";
			case PARENTS_AND_YOUTH -> "Ouders en jongeren";
			case SCIENCE -> "Wetenschap";
			case OTHER -> "Overig";
		};
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
		return switch (standing) {
			case INVITED -> "Uitgenodigd";
			case DECLINED -> "Uitnodiging afgeslagen";
			case SEATED -> "Doet mee";
			case WAITING -> "Op de wachtlijst";
			case LEFT -> "Afgemeld";
		};
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
		return switch (status) {
			case OPEN -> "Loopt";
			case DONE -> "Klaar";
			case DROPPED -> "Vervallen";
		};
	}

	public String status(MeetingStatus status) {
		return switch (status) {
			case PLANNED -> "Gepland";
			case HELD -> "Gehouden";
			case CANCELLED -> "Afgelast";
		};
	}

	public String kind(OutcomeKind kind) {
		return switch (kind) {
			case INFORMATION -> "Ter informatie";
			case DECISION -> "Besluit";
			case ACTION -> "Actie";
		};
	}

	public String kind(SubjectKind kind) {
		return switch (kind) {
			case MEETING -> "Bijeenkomst";
			case AGENDA -> "Agenda";
			case PARTNERSHIP -> "Samenwerkingsverband";
		};
	}

	/** The name of the field in the address that chooses the subject of a report. */
	public String field(SubjectKind kind) {
		return switch (kind) {
			case MEETING -> "meetingId";
			case AGENDA -> "agendaId";
			case PARTNERSHIP -> "partnershipId";
		};
	}
}
