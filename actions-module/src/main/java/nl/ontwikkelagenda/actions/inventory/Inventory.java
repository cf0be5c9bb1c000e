package nl.ontwikkelagenda.actions.inventory;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CloseInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.CorrectAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.ExtendInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.GiveAnswer;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.NoteNonResponse;
import nl.ontwikkelagenda.actions.inventory.InventoryCommand.OpenInventory;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.AnswerCorrected;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.AnswerGiven;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.InventoryClosed;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.InventoryExtended;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.InventoryOpened;
import nl.ontwikkelagenda.actions.inventory.InventoryEvent.NonResponseNoted;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Inventory {

	@AggregateIdentifier private InventoryId inventoryId;
	private PartnershipId partnershipId;
	private InventoryStatus status;
	private List<OrganisationId> organisations;
	private LocalDate closesOn;
	private final Map<OrganisationId, BigDecimal> amounts = new HashMap<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(OpenInventory c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		references.require(c.partnershipId(), "actionId", c.actionId());
		references.require(c.partnershipId(), "themeId", c.themeId());
		List<OrganisationId> asked = c.organisations().stream().distinct().toList();
		if (asked.isEmpty()) {
			throw new RuleBroken("an-inventory-is-put-to-organisations", "Een inventarisatie wordt aan organisaties voorgelegd; kies er ten minste één.");
		}
		asked.forEach(organisation -> references.require(c.partnershipId(), "organisations", organisation));
		if (c.closesOn().isBefore(c.openedOn())) {
			throw new RuleBroken("an-inventory-closes-after-it-opens", "De inventarisatie sluit voordat zij begint; kies een sluitingsdatum op of na de begindatum.");
		}
		apply(new InventoryOpened(c.inventoryId(), c.partnershipId(), c.actionId(), c.themeId(), c.question(), c.unit(), asked, c.openedOn(), c.closesOn()));
	}

	@CommandHandler
	void decide(GiveAnswer c, References references, Employers employers) {
		onlyWhileOpen();
		onlyOneThatWasAsked(c.organisationId());
		onlyForOnesOwn(c.organisationId(), c.personId(), references, employers);
		onlyUntilTheClosingDate(c.answeredOn());
		if (amounts.containsKey(c.organisationId())) {
			throw new RuleBroken("an-organisation-answers-once", "Deze organisatie heeft al geantwoord; leg een ander antwoord vast als correctie, met een reden.");
		}
		apply(new AnswerGiven(inventoryId, partnershipId, c.organisationId(), c.personId(), counted(c.amount()), c.remark(), c.answeredOn()));
	}

	@CommandHandler
	void decide(CorrectAnswer c, References references, Employers employers) {
		onlyWhileOpen();
		onlyOneThatWasAsked(c.organisationId());
		onlyForOnesOwn(c.organisationId(), c.personId(), references, employers);
		onlyUntilTheClosingDate(c.correctedOn());
		BigDecimal earlier = amounts.get(c.organisationId());
		if (earlier == null) {
			throw new RuleBroken("only-a-given-answer-is-corrected", "Deze organisatie heeft nog niet geantwoord; leg eerst haar antwoord vast.");
		}
		apply(new AnswerCorrected(inventoryId, partnershipId, c.organisationId(), c.personId(), earlier, counted(c.amount()), c.remark(), c.reason(), c.correctedOn()));
	}

	@CommandHandler
	void decide(NoteNonResponse c) {
		onlyWhileOpen();
		onlyOneThatWasAsked(c.organisationId());
		if (amounts.containsKey(c.organisationId())) {
			throw new RuleBroken("who-answered-is-no-non-response", "Deze organisatie heeft al geantwoord; leg een ander antwoord vast als correctie, met een reden.");
		}
		apply(new NonResponseNoted(inventoryId, partnershipId, c.organisationId(), c.reason(), c.notedOn()));
	}

	@CommandHandler
	void decide(ExtendInventory c) {
		onlyWhileOpen();
		if (!c.closesOn().isAfter(closesOn)) {
			throw new RuleBroken("an-extension-ends-later", "De inventarisatie loopt al tot en met " + closesOn + "; kies een latere dag, of sluit haar.");
		}
		apply(new InventoryExtended(inventoryId, c.closesOn(), c.reason(), c.extendedOn()));
	}

	@CommandHandler
	void decide(CloseInventory c) {
		onlyWhileOpen();
		BigDecimal total = amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
		apply(new InventoryClosed(inventoryId, total, amounts.size(), organisations.stream().filter(asked -> !amounts.containsKey(asked)).toList(), c.closedOn()));
	}

	private void onlyWhileOpen() {
		if (status == InventoryStatus.CLOSED) {
			throw new RuleBroken("a-closed-inventory-never-changes", "Deze inventarisatie is gesloten en haar totaal staat vast; open een nieuwe om het opnieuw te vragen.");
		}
	}

	private void onlyOneThatWasAsked(OrganisationId organisation) {
		if (!organisations.contains(organisation)) {
			throw new RuleBroken("only-who-was-asked-answers", "De vraag is niet aan deze organisatie voorgelegd; kies een organisatie van deze inventarisatie.");
		}
	}

	private void onlyForOnesOwn(OrganisationId organisation, @Nullable PersonId person, References references, Employers employers) {
		references.require(partnershipId, "personId", person);
		if (person != null && !employers.worksFor(person, organisation)) {
			throw new RuleBroken("one-answers-for-ones-own-organisation",
					"Deze persoon werkt volgens het personenregister niet bij deze organisatie; laat iemand van de organisatie antwoorden, of de secretaris zonder persoon.");
		}
	}

	private void onlyUntilTheClosingDate(LocalDate day) {
		if (day.isAfter(closesOn)) {
			throw new RuleBroken("answers-come-until-the-closing-date", "Antwoorden kon tot en met " + closesOn + "; verleng de inventarisatie om er een aan te nemen.");
		}
	}

	private static BigDecimal counted(BigDecimal amount) {
		if (amount.signum() < 0) {
			throw new RuleBroken("an-answer-is-zero-or-more", "Een antwoord is nul of meer; geef een getal zonder minteken.");
		}
		return amount.scale() < 0 ? amount.setScale(0) : amount;
	}

	@EventSourcingHandler
	void evolve(InventoryEvent event) {
		switch (event) {
			case InventoryOpened e -> {
				inventoryId = e.inventoryId();
				partnershipId = e.partnershipId();
				status = InventoryStatus.OPEN;
				organisations = e.organisations();
				closesOn = e.closesOn();
			}
			case AnswerGiven e -> amounts.put(e.organisationId(), e.amount());
			case AnswerCorrected e -> amounts.put(e.organisationId(), e.amount());
			case NonResponseNoted e -> {
			}
			case InventoryExtended e -> closesOn = e.closesOn();
			case InventoryClosed e -> status = InventoryStatus.CLOSED;
		}
	}
}
