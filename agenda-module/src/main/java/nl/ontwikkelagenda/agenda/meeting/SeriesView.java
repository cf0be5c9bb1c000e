package nl.ontwikkelagenda.agenda.meeting;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.SeriesEvent.SeriesExtended;
import nl.ontwikkelagenda.agenda.meeting.SeriesEvent.SeriesPlanned;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * A series as it was planned; where its meetings stand now is in their own {@link MeetingView}.
 *
 * @param occurrences the dates as they were first planned
 */
@RecordBuilder
public record SeriesView(SeriesId seriesId, PartnershipId partnershipId, BodyId bodyId, @Nullable AgendaId agendaId, String title, @Nullable String place,
		List<Occurrence> occurrences, List<Extension> extensions) implements SeriesViewBuilder.With {

	/** Dates that were added later, and why. */
	public record Extension(int dates, String reason, Instant recordedAt) {
	}

	public static SeriesView on(@Nullable SeriesView current, SeriesEvent event, Recorded when) {
		return switch (event) {
			case SeriesPlanned e ->
				new SeriesView(e.seriesId(), e.partnershipId(), e.bodyId(), e.agendaId(), e.title().text(), FreeText.wordsOf(e.place()), e.occurrences(), List.of());
			case SeriesExtended e -> requireNonNull(current).withOccurrences(joined(current.occurrences(), e.occurrences()))
					.withExtensions(joined(current.extensions(), List.of(new Extension(e.occurrences().size(), e.reason().text(), when.at()))));
		};
	}

	private static <T> List<T> joined(List<T> earlier, List<T> added) {
		return Stream.concat(earlier.stream(), added.stream()).toList();
	}
}
