package nl.ontwikkelagenda.agenda.partnership;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.ChooseHouseStyle;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.DescribeRole;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GiveRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.GrantMandate;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.HandOverMandate;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.HandOverMandates;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinRegion;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.LetOrganisationLeave;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.LetPersonLeave;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.LetRegionLeave;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.MergeOrganisations;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawMandate;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.WithdrawRight;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.HouseStyleChosen;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.MandateGranted;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.MandateHandedOver;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.MandateWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationMerged;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PersonLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RegionJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RegionLeft;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RoleDescribed;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Partnership {

	@AggregateIdentifier private PartnershipId partnershipId;
	private PartnershipKind kind;
	/** That take part in this programme now. */
	private final Set<PartnershipId> regions = new HashSet<>();
	private final Set<OrganisationId> organisations = new HashSet<>();
	private final Set<OrganisationId> gone = new HashSet<>();
	private final Set<PersonId> personsGone = new HashSet<>();
	private final Map<MandateId, MandateGranted> mandates = new LinkedHashMap<>();
	private final Map<MandateId, LocalDate> endings = new HashMap<>();
	private final Map<PersonId, Map<Right, RightGiven>> rights = new HashMap<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(FoundPartnership c) {
		apply(new PartnershipFounded(c.partnershipId(), c.kind(), c.name(), c.schoolRegion(), c.foundedOn()));
		apply(new RightGiven(c.partnershipId(), c.administrator(), Right.ADMINISTRATOR, c.foundedOn(), null));
	}

	@CommandHandler
	void decide(JoinOrganisation c) {
		if (organisations.contains(c.organisationId())) {
			throw new RuleBroken("organisation-takes-part-once", "Deze organisatie doet al mee; kies een andere organisatie.");
		}
		apply(new OrganisationJoined(c.partnershipId(), c.organisationId(), c.name(), c.sector(), c.joinedOn()));
	}

	@CommandHandler
	void decide(JoinRegion c, Partnerships partnerships) {
		if (kind != PartnershipKind.PROGRAMME) {
			throw new RuleBroken("regions-take-part-in-a-programme", "Een regio doet mee aan een programma, niet aan een andere regio; kies een programma.");
		}
		if (partnerships.kindOf(c.regionId()).filter(PartnershipKind.REGION::equals).isEmpty()) {
			throw new UnknownReference("regionId", "Deze regio is er niet; kies een samenwerkingsverband van de soort regio.");
		}
		if (regions.contains(c.regionId())) {
			throw new RuleBroken("a-region-takes-part-once", "Deze regio doet al mee aan dit programma; kies een andere regio.");
		}
		apply(new RegionJoined(c.partnershipId(), c.regionId(), c.joinedOn()));
	}

	@CommandHandler
	void decide(LetRegionLeave c) {
		if (!regions.contains(c.regionId())) {
			throw new RuleBroken("only-a-region-that-takes-part-leaves", "Deze regio doet niet mee aan dit programma; kies een regio die meedoet.");
		}
		apply(new RegionLeft(c.partnershipId(), c.regionId(), c.leftOn()));
	}

	@CommandHandler
	void decide(GiveRight c) {
		if (c.to() != null && c.to().isBefore(c.from())) {
			throw new RuleBroken("right-ends-after-it-starts", "Het recht eindigt voordat het begint; kies een einddatum op of na de begindatum.");
		}
		if (holds(c.personId(), c.right())) {
			throw new RuleBroken("right-given-once", "Deze persoon heeft dit recht al; trek het eerst in om een andere periode te kiezen.");
		}
		apply(new RightGiven(c.partnershipId(), c.personId(), c.right(), c.from(), c.to()));
	}

	@CommandHandler
	void decide(WithdrawRight c) {
		if (!holds(c.personId(), c.right())) {
			throw new RuleBroken("right-is-held", "Deze persoon heeft dit recht niet, dus er valt niets in te trekken.");
		}
		withdraw(c.personId(), c.right(), c.withdrawnOn());
	}

	private void withdraw(PersonId person, Right right, LocalDate withdrawnOn) {
		if (right == Right.ADMINISTRATOR && !anAdministratorRemains(person, withdrawnOn)) {
			throw new RuleBroken("an-administrator-remains",
					"Zonder dit recht is er niet steeds een beheerder van het samenwerkingsverband; geef eerst iemand anders dit recht, uiterlijk vanaf die dag en niet korter.");
		}
		apply(new RightWithdrawn(partnershipId, person, right, withdrawnOn));
	}

	/** Whether another holds the right on that day, and at least as long as this person would; one that ends before that day is not missed. */
	private boolean anAdministratorRemains(PersonId person, LocalDate day) {
		LocalDate last = Objects.requireNonNull(rightsOf(person).get(Right.ADMINISTRATOR)).to();
		boolean hasEnded = last != null && last.isBefore(day);
		return hasEnded
				|| rights.values().stream().flatMap(held -> held.values().stream()).filter(other -> other.right() == Right.ADMINISTRATOR && !other.personId().equals(person))
						.anyMatch(other -> !day.isBefore(other.from()) && (other.to() == null || (last != null && !other.to().isBefore(last))));
	}

	@CommandHandler
	void decide(DescribeRole c) {
		apply(new RoleDescribed(partnershipId, c.roleId(), c.name(), c.tasks(), c.responsibilities(), c.describedOn()));
	}

	@CommandHandler
	void decide(GrantMandate c, References references) {
		references.require(partnershipId, "personId", c.personId());
		onlyOneThatJoined("organisationId", c.organisationId());
		grant(new MandateGranted(partnershipId, c.mandateId(), c.personId(), c.organisationId(), c.subject(), c.maxAmount(), c.from(), c.to(), null));
	}

	@CommandHandler
	void decide(WithdrawMandate c) {
		held(c.mandateId(), c.withdrawnOn());
		apply(new MandateWithdrawn(partnershipId, c.mandateId(), c.reason(), c.withdrawnOn()));
	}

	@CommandHandler
	void decide(HandOverMandate c, References references) {
		references.require(partnershipId, "personId", c.personId());
		onlyOneThatJoined("organisationId", c.organisationId());
		MandateGranted mandate = held(c.mandateId(), c.handedOverOn());
		OrganisationId organisation = c.organisationId() == null ? mandate.organisationId() : c.organisationId();
		handOver(mandate, c.successorMandateId(), c.personId(), organisation, c.reason(), c.handedOverOn());
	}

	@CommandHandler
	void decide(HandOverMandates c) {
		onlyOneThatJoined("successor", c.successor());
		List<MandateGranted> ofOrganisation = mandates.values().stream()
				.filter(mandate -> c.organisationId().equals(mandate.organisationId()) && holdsOn(mandate, c.handedOverOn())).toList();
		if (ofOrganisation.isEmpty() || c.organisationId().equals(c.successor())) {
			throw new RuleBroken("only-mandates-of-an-organisation-are-handed-over",
					"Namens deze organisatie geldt op die dag geen mandaat dat naar een andere organisatie kan; kies een organisatie met mandaten en een andere opvolger.");
		}
		ofOrganisation.forEach(mandate -> handOver(mandate, successorOf(mandate.mandateId()), mandate.personId(), c.successor(), c.reason(), c.handedOverOn()));
	}

	private void handOver(MandateGranted mandate, MandateId successor, PersonId person, @Nullable OrganisationId organisation, FreeText reason, LocalDate day) {
		apply(new MandateHandedOver(partnershipId, mandate.mandateId(), successor, reason, day));
		grant(new MandateGranted(partnershipId, successor, person, organisation, mandate.subject(), mandate.maxAmount(), day, mandate.to(), mandate.mandateId()));
	}

	private void grant(MandateGranted mandate) {
		if (mandates.containsKey(mandate.mandateId())) {
			throw new RuleBroken("id-is-new", "Dit mandaat bestaat al; kies een ander id voor een nieuw mandaat.");
		}
		if (mandate.to() != null && mandate.to().isBefore(mandate.from())) {
			throw new RuleBroken("a-mandate-ends-after-it-starts", "Het mandaat eindigt voordat het begint; kies een einddatum op of na de begindatum.");
		}
		if (mandate.maxAmount() != null && mandate.maxAmount() < 1) {
			throw new RuleBroken("a-mandate-is-for-an-amount-above-zero", "Een mandaat met een bedrag geldt voor ten minste één euro; laat het bedrag weg als er geen grens is.");
		}
		apply(mandate);
	}

	private MandateGranted held(MandateId id, LocalDate day) {
		MandateGranted mandate = mandates.get(id);
		if (mandate == null || !holdsOn(mandate, day)) {
			throw new RuleBroken("only-a-mandate-that-holds-ends",
					"Dit mandaat geldt op die dag niet; kies een mandaat van dit samenwerkingsverband en een dag waarop het geldt.");
		}
		return mandate;
	}

	private boolean holdsOn(MandateGranted mandate, LocalDate day) {
		LocalDate last = endings.getOrDefault(mandate.mandateId(), mandate.to());
		return !day.isBefore(mandate.from()) && (last == null || !day.isAfter(last));
	}

	/** An id that follows from the mandate: a command that hands over many mandates cannot bring an id for each. */
	private static MandateId successorOf(MandateId mandate) {
		return new MandateId(UUID.nameUUIDFromBytes(("successor of " + mandate).getBytes(StandardCharsets.UTF_8)));
	}

	@CommandHandler
	void decide(MergeOrganisations c) {
		boolean isNew = !organisations.contains(c.into());
		Set<OrganisationId> goingUp = new LinkedHashSet<>(c.organisations());
		goingUp.remove(c.into());
		goingUp.forEach(this::onlyOneThatTakesPart);
		if (goingUp.size() < (isNew ? 2 : 1)) {
			throw new RuleBroken("a-merger-is-of-two-or-more", "Een fusie is van ten minste twee organisaties die meedoen; noem ze allemaal.");
		}
		if (isNew) {
			if (c.name() == null || c.sector() == null) {
				throw new RuleBroken("a-new-organisation-has-a-name-and-sector",
						"De organisatie die uit de fusie ontstaat doet nog niet mee; geef haar naam en sector, of kies een organisatie die al meedoet.");
			}
			apply(new OrganisationJoined(partnershipId, c.into(), c.name(), c.sector(), c.mergedOn()));
		} else {
			onlyOneThatTakesPart(c.into());
			if (c.name() != null || c.sector() != null) {
				throw new RuleBroken("an-organisation-that-takes-part-keeps-its-name",
						"De organisatie waarin de andere opgaan doet al mee en houdt haar naam en sector; laat ze weg, of kies een nieuwe organisatie.");
			}
		}
		goingUp.forEach(organisation -> apply(new OrganisationMerged(partnershipId, organisation, c.into(), c.mergedOn())));
	}

	@CommandHandler
	void decide(LetOrganisationLeave c) {
		onlyOneThatTakesPart(c.organisationId());
		apply(new OrganisationLeft(partnershipId, c.organisationId(), c.reason(), c.leftOn()));
	}

	@CommandHandler
	void decide(LetPersonLeave c, References references) {
		references.require(partnershipId, "personId", c.personId());
		if (personsGone.contains(c.personId())) {
			throw new RuleBroken("a-person-leaves-once", "Deze persoon is al vertrokken; wie weer een recht krijgt, doet weer mee.");
		}
		List.copyOf(rightsOf(c.personId()).keySet()).stream().sorted().forEach(right -> withdraw(c.personId(), right, c.leftOn()));
		apply(new PersonLeft(partnershipId, c.personId(), c.reason(), c.leftOn()));
	}

	@CommandHandler
	void decide(ChooseHouseStyle c, Logos logos) {
		canBeRead(c.colour(), Colour.WHITE, "wit papier");
		canBeRead(c.colour(), c.tint(), "de tint " + c.tint());
		if (c.logoId() != null && !logos.isPicture(partnershipId, c.logoId())) {
			throw new RuleBroken("a-logo-is-a-picture", "Een logo is een PNG, JPEG of SVG die als bijlage bij dit samenwerkingsverband staat; voeg die eerst toe.");
		}
		apply(new HouseStyleChosen(partnershipId, c.colour().value(), c.tint().value(), c.logoId(), c.chosenOn()));
	}

	private static void canBeRead(Colour letters, Colour ground, String on) {
		double contrast = letters.contrastWith(ground);
		if (contrast < Colour.READABLE) {
			throw new RuleBroken("colours-can-be-read", "De kleur " + letters + " is op " + on + " niet goed te lezen: het contrast is "
					+ String.format(Locale.of("nl"), "%.1f", contrast) + " en moet ten minste 4,5 zijn; kies een donkerdere kleur of een lichtere tint.");
		}
	}

	private void onlyOneThatTakesPart(OrganisationId organisation) {
		if (!organisations.contains(organisation) || gone.contains(organisation)) {
			throw new RuleBroken("only-an-organisation-that-takes-part-leaves",
					"Alleen een organisatie die meedoet kan vertrekken of fuseren; kies een organisatie die nog meedoet.");
		}
	}

	private void onlyOneThatJoined(String field, @Nullable OrganisationId organisation) {
		if (organisation != null && !organisations.contains(organisation)) {
			throw new UnknownReference(field, "Deze organisatie doet niet mee aan dit samenwerkingsverband; controleer de waarde van " + field + ".");
		}
	}

	private boolean holds(PersonId person, Right right) {
		return rightsOf(person).containsKey(right);
	}

	private Map<Right, RightGiven> rightsOf(PersonId person) {
		return rights.getOrDefault(person, Map.of());
	}

	@EventSourcingHandler
	void evolve(PartnershipEvent event) {
		switch (event) {
			case PartnershipFounded e -> {
				partnershipId = e.partnershipId();
				kind = e.kind();
			}
			case RegionJoined e -> regions.add(e.regionId());
			case RegionLeft e -> regions.remove(e.regionId());
			case OrganisationJoined e -> organisations.add(e.organisationId());
			case OrganisationMerged e -> gone.add(e.organisationId());
			case OrganisationLeft e -> gone.add(e.organisationId());
			case PersonLeft e -> personsGone.add(e.personId());
			case RoleDescribed e -> {
			}
			case HouseStyleChosen e -> {
			}
			case MandateGranted e -> mandates.put(e.mandateId(), e);
			case MandateWithdrawn e -> endings.put(e.mandateId(), e.withdrawnOn().minusDays(1));
			case MandateHandedOver e -> endings.put(e.mandateId(), e.handedOverOn().minusDays(1));
			case RightGiven e -> {
				rights.computeIfAbsent(e.personId(), person -> new HashMap<>()).put(e.right(), e);
				personsGone.remove(e.personId());
			}
			case RightWithdrawn e -> rights.getOrDefault(e.personId(), new HashMap<>()).remove(e.right());
		}
	}
}
