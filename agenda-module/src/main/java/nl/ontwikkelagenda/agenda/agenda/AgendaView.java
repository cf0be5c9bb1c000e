package nl.ontwikkelagenda.agenda.agenda;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaAdopted;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaClosed;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaOpened;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaPublicationWithdrawn;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaPublished;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaRenamed;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AmbitionStated;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.CommentEvent;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.EditionStarted;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderSignedUp;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderWithdrew;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReadingAlongOpened;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/**
 * An agenda as its page shows it; its themes and the comments on it are views of their own.
 *
 * @param edition   which edition this is
 * @param editionOf the edition that it follows
 * @param ambition  as it is put now
 * @param ambitions every way in which it was put, the earliest first
 */
@RecordBuilder
public record AgendaView(AgendaId agendaId, PartnershipId partnershipId, String title, int edition, @Nullable AgendaId editionOf, AgendaStatus status, LocalDate openedOn,
		@Nullable String ambition, List<Ambition> ambitions, @Nullable ReadingAlong readingAlong, List<Reader> readers, @Nullable Adoption adoption,
		@Nullable Publication publication, @Nullable Withdrawal withdrawal, @Nullable Closing closing) implements AgendaViewBuilder.With {

	public record Ambition(String words, LocalDate statedOn, Instant recordedAt) {
	}

	/** @param until when comments are asked for at the latest */
	public record ReadingAlong(LocalDate openedOn, @Nullable LocalDate until) {
	}

	public record Reader(PersonId personId, LocalDate signedUpOn) {
	}

	/** @param themeIds the themes that were open on it, which stay its themes */
	public record Adoption(LocalDate adoptedOn, @Nullable BodyId bodyId, List<UUID> themeIds, Instant recordedAt) {
	}

	public record Publication(LocalDate publishedOn, Instant recordedAt) {
	}

	/** Since when it is published no more, and why. */
	public record Withdrawal(String reason, LocalDate withdrawnOn) {
	}

	public record Closing(String reason, LocalDate closedOn) {
	}

	public static AgendaView on(@Nullable AgendaView current, AgendaEvent event, Recorded when) {
		return switch (event) {
			case AgendaOpened e -> started(e.agendaId(), e.partnershipId(), e.title().text(), 1, null, e.openedOn());
			case EditionStarted e -> started(e.agendaId(), e.partnershipId(), e.title().text(), e.number(), e.editionOf(), e.startedOn());
			case AgendaRenamed e -> requireNonNull(current).withTitle(e.title().text());
			case AmbitionStated e -> requireNonNull(current).withAmbition(e.ambition().text())
					.withAmbitions(added(current.ambitions(), new Ambition(e.ambition().text(), e.statedOn(), when.at())));
			case ReadingAlongOpened e -> requireNonNull(current).withStatus(AgendaStatus.READING_ALONG).withReadingAlong(new ReadingAlong(e.openedOn(), e.until()));
			case ReaderSignedUp e -> requireNonNull(current).withReaders(added(current.readers(), new Reader(e.personId(), e.signedUpOn())));
			case ReaderWithdrew e ->
				requireNonNull(current).withReaders(current.readers().stream().filter(reader -> !reader.personId().equals(e.personId())).toList());
			case CommentEvent e -> requireNonNull(current);
			case AgendaAdopted e -> requireNonNull(current).withStatus(AgendaStatus.ADOPTED)
					.withAdoption(new Adoption(e.adoptedOn(), e.bodyId(), e.themeIds(), when.at()));
			case AgendaPublished e -> requireNonNull(current).withPublication(new Publication(e.publishedOn(), when.at())).withWithdrawal(null);
			case AgendaPublicationWithdrawn e -> requireNonNull(current).withPublication(null).withWithdrawal(new Withdrawal(e.reason().text(), e.withdrawnOn()));
			case AgendaClosed e -> requireNonNull(current).withStatus(AgendaStatus.CLOSED).withClosing(new Closing(e.reason().text(), e.closedOn()));
		};
	}

	private static AgendaView started(AgendaId agenda, PartnershipId partnership, String title, int edition, @Nullable AgendaId editionOf, LocalDate on) {
		return new AgendaView(agenda, partnership, title, edition, editionOf, AgendaStatus.DRAFT, on, null, List.of(), null, List.of(), null, null, null, null);
	}

	private static <T> List<T> added(List<T> earlier, T latest) {
		return Stream.concat(earlier.stream(), Stream.of(latest)).toList();
	}
}
