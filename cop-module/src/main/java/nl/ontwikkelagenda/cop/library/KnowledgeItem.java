package nl.ontwikkelagenda.cop.library;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.partnership.WebAddress;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.CatalogueItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.ConsultItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.NotePublication;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.SupersedeItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemCommand.UseItem;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemCatalogued;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemConsulted;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemPublished;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemSuperseded;
import nl.ontwikkelagenda.cop.library.KnowledgeItemEvent.ItemUsed;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class KnowledgeItem {

	@AggregateIdentifier private KnowledgeItemId knowledgeItemId;
	private PartnershipId partnershipId;
	private KnowledgeItemStatus status;
	private @Nullable Integer year;
	private final Set<UUID> usedIn = new HashSet<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(CatalogueItem c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		if (c.kind() == KnowledgeItemKind.EXAMPLE && c.region() == null) {
			throw new RuleBroken("an-example-comes-from-a-region", "Een voorbeeld komt uit een andere regio; noem die regio.");
		}
		if (c.expected() == null) {
			mustHaveAppeared(c.publication(), c.cataloguedOn());
		} else if (c.publication().year() != null || c.consultedOn() != null) {
			throw new RuleBroken("an-announced-item-has-yet-to-appear",
					"Een aangekondigde bron heeft nog geen jaar en is nog niet te raadplegen; laat die weg tot zij verschenen is.");
		}
		WebAddress.require(c.publication().address());
		mustBeOutBy(c.consultedOn(), c.publication().year());
		apply(new ItemCatalogued(c.knowledgeItemId(), c.partnershipId(), c.kind(), c.title(), c.authors(), c.region(), c.publication(), c.expected(), c.cataloguedOn()));
		if (c.consultedOn() != null) {
			apply(new ItemConsulted(c.knowledgeItemId(), null, c.consultedOn()));
		}
	}

	@CommandHandler
	void decide(NotePublication c) {
		if (status != KnowledgeItemStatus.ANNOUNCED) {
			throw new RuleBroken("an-item-appears-once", "Deze bron is al verschenen; neem een nieuwe uitgave op als een bron die deze vervangt.");
		}
		mustHaveAppeared(c.publication(), c.notedOn());
		WebAddress.require(c.publication().address());
		apply(new ItemPublished(knowledgeItemId, c.publication(), c.notedOn()));
	}

	@CommandHandler
	void decide(ConsultItem c) {
		mustBePublished();
		mustBeOutBy(c.consultedOn(), year);
		WebAddress.require(c.address());
		apply(new ItemConsulted(knowledgeItemId, c.address(), c.consultedOn()));
	}

	@CommandHandler
	void decide(UseItem c, References references) {
		mustBePublished();
		if (Stream.of(new ThemeId(c.usedIn()), new CommunityId(c.usedIn()), new TableId(c.usedIn())).noneMatch(place -> references.has(partnershipId, place))) {
			throw new UnknownReference("usedIn", "Een bron wordt gebruikt bij een thema, een community of een ontwikkeltafel van dit samenwerkingsverband; kies er een.");
		}
		if (usedIn.contains(c.usedIn())) {
			throw new RuleBroken("an-item-is-used-once-in-a-place", "Dat deze bron hier gebruikt wordt, is al vastgelegd.");
		}
		apply(new ItemUsed(knowledgeItemId, c.usedIn(), c.remark(), c.usedOn()));
	}

	@CommandHandler
	void decide(SupersedeItem c, KnowledgeItems items) {
		mustStand(status);
		if (c.supersededBy().equals(knowledgeItemId)) {
			throw new RuleBroken("an-item-is-superseded-by-another", "Een bron vervangt zichzelf niet; kies een andere bron.");
		}
		KnowledgeItemView other = items.find(c.supersededBy()).filter(known -> known.partnershipId().equals(partnershipId))
				.orElseThrow(() -> new UnknownReference("supersededBy", "Deze bron bestaat niet in dit samenwerkingsverband; neem haar eerst op."));
		mustStand(other.status());
		apply(new ItemSuperseded(knowledgeItemId, c.supersededBy(), c.reason(), c.supersededOn()));
	}

	private void mustBePublished() {
		if (status == KnowledgeItemStatus.ANNOUNCED) {
			throw new RuleBroken("only-what-has-appeared-is-read", "Deze bron is aangekondigd en nog niet verschenen; leg eerst vast dat zij verschenen is.");
		}
		mustStand(status);
	}

	/** So there is no circle either: the one that takes the place still stands. */
	private static void mustStand(KnowledgeItemStatus status) {
		if (status == KnowledgeItemStatus.SUPERSEDED) {
			throw new RuleBroken("a-superseded-item-is-left-as-it-is", "Deze bron is vervangen; kies de bron die ervoor in de plaats kwam.");
		}
	}

	private static void mustHaveAppeared(Publication publication, LocalDate by) {
		if (publication.year() != null && publication.year() > by.getYear()) {
			throw new RuleBroken("what-has-appeared-has-a-past-year",
					"Het jaar van verschijnen is nog niet begonnen; neem de bron op als aangekondigd, met de woorden voor wanneer.");
		}
	}

	private static void mustBeOutBy(@Nullable LocalDate consultedOn, @Nullable Integer year) {
		if (consultedOn != null && year != null && consultedOn.getYear() < year) {
			throw new RuleBroken("an-item-is-read-after-it-appeared", "Deze bron is verschenen in " + year + " en kan niet eerder geraadpleegd zijn.");
		}
	}

	@EventSourcingHandler
	void evolve(KnowledgeItemEvent event) {
		switch (event) {
			case ItemCatalogued e -> {
				knowledgeItemId = e.knowledgeItemId();
				partnershipId = e.partnershipId();
				status = e.expected() == null ? KnowledgeItemStatus.PUBLISHED : KnowledgeItemStatus.ANNOUNCED;
				year = e.publication().year();
			}
			case ItemPublished e -> {
				status = KnowledgeItemStatus.PUBLISHED;
				year = e.publication().year();
			}
			case ItemConsulted e -> {
			}
			case ItemUsed e -> usedIn.add(e.usedIn());
			case ItemSuperseded e -> status = KnowledgeItemStatus.SUPERSEDED;
		}
	}
}
