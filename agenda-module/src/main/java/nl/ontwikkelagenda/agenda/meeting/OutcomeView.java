package nl.ontwikkelagenda.agenda.meeting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise.Of;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OutcomeRecorded;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeId;

import org.jspecify.annotations.Nullable;

/**
 * What came out of a meeting, in its words; a view of its own, because a meeting may have any number of them.
 *
 * @param agreedOn   the day of the meeting
 * @param recordedAt when it came into the log
 */
public record OutcomeView(OutcomeId outcomeId, PartnershipId partnershipId, MeetingId meetingId, @Nullable AgendaId agendaId, @Nullable ThemeId themeId, OutcomeKind kind,
		String title, @Nullable String text, List<Promise> promises, LocalDate agreedOn, Instant recordedAt) {

	/** What one owner promised. */
	public record Promise(PromiseId promiseId, OwnerView owner, String what, Of of, @Nullable Words deadline) {
	}

	/** A deadline as it was said. */
	public record Words(String phrase, @Nullable LocalDate saidOn) {
	}

	/** The outcome that a fact is about; null for the other facts of a meeting. */
	public static @Nullable String key(MeetingEvent event) {
		return event instanceof OutcomeRecorded e ? e.outcomeId().toString() : null;
	}

	public static @Nullable OutcomeView on(@Nullable OutcomeView current, MeetingEvent event, Recorded when) {
		return event instanceof OutcomeRecorded e
				? new OutcomeView(e.outcomeId(), e.partnershipId(), e.meetingId(), e.agendaId(), e.themeId(), e.kind(), e.title().text(), FreeText.wordsOf(e.text()),
						e.promises().stream().map(OutcomeView::promised).toList(), e.agreedOn(), when.at())
				: current;
	}

	private static Promise promised(AgreedPromise promise) {
		AgreedPromise.Words said = promise.deadline();
		return new Promise(promise.promiseId(), OwnerView.of(promise.owner()), promise.what().text(), promise.of(),
				said == null ? null : new Words(said.phrase().text(), said.saidOn()));
	}
}
