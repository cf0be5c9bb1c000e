package nl.ontwikkelagenda.reporting.progress;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import nl.ontwikkelagenda.actions.action.ActionStatus;
import nl.ontwikkelagenda.actions.action.ActionView.DeadlineView;
import nl.ontwikkelagenda.agenda.advice.AdviceAnswer;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.decision.DecisionStatus;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.agenda.theme.ThemeStatus;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundStatus;
import nl.ontwikkelagenda.reporting.monitor.IndicatorStatus;

import org.jspecify.annotations.Nullable;

/** What things are called in reports and on pages, in Dutch. */
public final class Wording {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.of("nl", "NL"));

	private Wording() {
	}

	public static String day(LocalDate day) {
		return DAY.format(day);
	}

	public static String period(Period period) {
		return period.from().equals(period.to()) ? day(period.from()) : day(period.from()) + " tot en met " + day(period.to());
	}

	/** When something is due: the words that were said, and the date they mean where that is known and says more. */
	public static String deadline(DeadlineView deadline, AgreedPromise.Of of) {
		String phrase = deadline.phrase();
		if (phrase == null) {
			return "niets afgesproken";
		}
		String words = of == AgreedPromise.Of.INVITATION ? "uitnodiging: " + phrase : phrase;
		LocalDate latest = deadline.latest();
		return latest == null ? words : words + " (" + day(latest) + ")";
	}

	public static String sector(@Nullable Sector sector) {
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

	public static String status(ActionStatus status) {
		return switch (status) {
			case OPEN -> "Loopt";
			case DONE -> "Klaar";
			case DROPPED -> "Vervallen";
		};
	}

	public static String status(MeetingStatus status) {
		return switch (status) {
			case PLANNED -> "Gepland";
			case HELD -> "Gehouden";
			case CANCELLED -> "Afgelast";
		};
	}

	public static String kind(OutcomeKind kind) {
		return switch (kind) {
			case INFORMATION -> "Ter informatie";
			case DECISION -> "Besluit";
			case ACTION -> "Actie";
		};
	}

	static String status(DecisionStatus status) {
		return switch (status) {
			case IN_FORCE -> "Van kracht";
			case REVISED -> "Herzien";
			case REVOKED -> "Ingetrokken";
		};
	}

	static String status(TableView.Status status) {
		return switch (status) {
			case OPEN -> "Loopt";
			case CLOSED -> "Afgesloten";
		};
	}

	static String status(AdviceNoteStatus status) {
		return switch (status) {
			case DRAFT -> "In voorbereiding";
			case SUBMITTED -> "Wacht op antwoord";
			case ANSWERED -> "Beantwoord";
			case WITHDRAWN -> "Ingetrokken";
		};
	}

	static String status(ThemeStatus status) {
		return switch (status) {
			case OPEN -> "Loopt";
			case RETIRED -> "Geëindigd";
			case MERGED -> "Samengevoegd";
			case SPLIT -> "Gesplitst";
		};
	}

	static String status(ReflectionRoundStatus status) {
		return switch (status) {
			case OPEN -> "Loopt";
			case CLOSED -> "Gesloten";
			case ABANDONED -> "Opgegeven";
		};
	}

	static String status(IndicatorStatus status) {
		return switch (status) {
			case IN_USE -> "Wordt gemeten";
			case RETIRED -> "Niet meer gemeten";
		};
	}

	public static String standing(Standing standing) {
		return switch (standing) {
			case INVITED -> "Uitgenodigd";
			case DECLINED -> "Uitnodiging afgeslagen";
			case SEATED -> "Doet mee";
			case WAITING -> "Op de wachtlijst";
			case LEFT -> "Afgemeld";
		};
	}

	static String answer(AdviceAnswer answer) {
		return switch (answer) {
			case ADOPTED -> "Overgenomen";
			case PARTLY -> "Deels overgenomen";
			case DECLINED -> "Niet overgenomen";
		};
	}
}
