package nl.ontwikkelagenda.cop.library;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemCatalogued;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemConsulted;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemPublished;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemSuperseded;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemUsed;

import org.jspecify.annotations.Nullable;

/**
 * An item as the library shows it.
 *
 * @param authors       as the publication names them
 * @param region        where an example comes from
 * @param address       where it was last known to be
 * @param expected      the words for when it will appear; absent for what has appeared
 * @param consultedOn   the latest of the days on which it was consulted
 * @param consultations by day
 * @param usedIn        the themes, communities and tables where it is used
 */
@RecordBuilder
public record KnowledgeItemView(KnowledgeItemId knowledgeItemId, PartnershipId partnershipId, KnowledgeItemKind kind, KnowledgeItemStatus status, String title,
		@Nullable String authors, @Nullable String region, @Nullable Integer year, @Nullable String publisher, @Nullable String address, @Nullable String expected,
		LocalDate cataloguedOn, @Nullable LocalDate consultedOn, List<Consultation> consultations, List<UUID> usedIn, List<Use> uses, @Nullable KnowledgeItemId supersededBy,
		@Nullable String supersededBecause, @Nullable LocalDate supersededOn) implements KnowledgeItemViewBuilder.With {

	/** @param address where it was read; absent for who read it from paper */
	public record Consultation(LocalDate consultedOn, @Nullable String address) {
	}

	/**
	 * @param usedIn a theme, a community or a table
	 * @param remark what for
	 */
	public record Use(UUID usedIn, @Nullable String remark, LocalDate usedOn) {
	}

	public static KnowledgeItemView on(@Nullable KnowledgeItemView current, KnowledgeItemEvent event, Recorded when) {
		return switch (event) {
			case ItemCatalogued e -> new KnowledgeItemView(e.knowledgeItemId(), e.partnershipId(), e.kind(), KnowledgeItemStatus.ANNOUNCED, e.title().text(),
					FreeText.wordsOf(e.authors()), FreeText.wordsOf(e.region()), null, null, null, FreeText.wordsOf(e.expected()), e.cataloguedOn(), null, List.of(), List.of(),
					List.of(), null, null, null).published(e.publication(), e.expected() == null);
			case ItemPublished e -> requireNonNull(current).published(e.publication(), true).withExpected(null);
			case ItemConsulted e -> requireNonNull(current).consulted(e.consultedOn(), FreeText.wordsOf(e.address()));
			case ItemUsed e -> requireNonNull(current).withUsedIn(with(current.usedIn, e.usedIn()))
					.withUses(with(current.uses, new Use(e.usedIn(), FreeText.wordsOf(e.remark()), e.usedOn())));
			case ItemSuperseded e -> requireNonNull(current).withStatus(KnowledgeItemStatus.SUPERSEDED).withSupersededBy(e.supersededBy())
					.withSupersededBecause(FreeText.wordsOf(e.reason())).withSupersededOn(e.supersededOn());
		};
	}

	/** What an announcement told already stays, unless the publication says otherwise. */
	private KnowledgeItemView published(Publication publication, boolean appeared) {
		return withYear(publication.year()).withPublisher(orElse(publication.publisher(), publisher)).withAddress(orElse(publication.address(), address))
				.withStatus(appeared ? KnowledgeItemStatus.PUBLISHED : KnowledgeItemStatus.ANNOUNCED);
	}

	private static @Nullable String orElse(@Nullable FreeText words, @Nullable String other) {
		return words == null ? other : words.text();
	}

	/** Noted afterwards, an earlier visit does not bring back an earlier address. */
	private KnowledgeItemView consulted(LocalDate day, @Nullable String elsewhere) {
		String read = elsewhere == null ? address : elsewhere;
		List<Consultation> all = with(consultations, new Consultation(day, read)).stream().sorted(Comparator.comparing(Consultation::consultedOn)).toList();
		boolean latest = !day.isBefore(requireNonNullElse(consultedOn, LocalDate.MIN));
		return withConsultations(all).withConsultedOn(all.getLast().consultedOn()).withAddress(latest ? read : address);
	}

	/** The words by which it is found. */
	public String words() {
		return Stream.of(title, authors, publisher, region, expected, supersededBecause).filter(Objects::nonNull)
				.reduce((some, more) -> some + " " + more).orElse(title);
	}

	private static <T> List<T> with(List<T> some, T more) {
		return Stream.concat(some.stream(), Stream.of(more)).toList();
	}
}
