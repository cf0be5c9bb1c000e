package nl.ontwikkelagenda.agenda.theme;

import java.time.Instant;
import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.GuidingQuestionAnswered;

import org.jspecify.annotations.Nullable;

/**
 * What a group answered to one of the guiding questions of a theme.
 *
 * @param agendaId the agenda that the theme was on then
 * @param group    what the group is called
 */
public record GuidingAnswerView(GuidingAnswerId guidingAnswerId, PartnershipId partnershipId, AgendaId agendaId, ThemeId themeId, GuidingQuestion question,
		@Nullable String group, String answer, LocalDate answeredOn, Instant recordedAt) {

	/** The first answer with an id keeps it. */
	public static GuidingAnswerView on(@Nullable GuidingAnswerView current, GuidingQuestionAnswered e, Recorded when) {
		return current != null
				? current
				: new GuidingAnswerView(e.guidingAnswerId(), e.partnershipId(), e.agendaId(), e.themeId(), e.question(), FreeText.wordsOf(e.group()), e.answer().text(),
						e.answeredOn(), when.at());
	}
}
