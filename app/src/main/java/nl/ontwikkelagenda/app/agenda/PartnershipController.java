package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.partnership.Colour;
import nl.ontwikkelagenda.agenda.partnership.DeparturesView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand;
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
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RoleId;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/partnerships")
class PartnershipController {

	private final Answers answers;
	private final Today today;

	PartnershipController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/**
	 * @param id            chosen by the client, or absent
	 * @param administrator who may give rights in it; absent means the founder
	 * @param foundedOn     absent means today
	 */
	record Founding(@Nullable PartnershipId id, PartnershipKind kind, @Words(max = 200, lines = false) FreeText name, SchoolRegion schoolRegion,
			@Nullable PersonId administrator, @Nullable LocalDate foundedOn) {
	}

	/** @param joinedOn absent means today */
	record Joining(@Nullable OrganisationId organisationId, @Words(max = 200, lines = false) FreeText name, Sector sector, @Nullable LocalDate joinedOn) {
	}

	/** @param joinedOn absent means today */
	record Participating(PartnershipId regionId, @Nullable @PastOrPresent LocalDate joinedOn) {
	}

	/** @param from absent means today */
	record Giving(PersonId personId, Right right, @Nullable LocalDate from, @Nullable LocalDate to) {
	}

	/** @param describedOn absent means today */
	record Describing(@Nullable RoleId id, @Words(max = 200, lines = false) FreeText name, List<FreeText> tasks, List<FreeText> responsibilities,
			@Nullable @PastOrPresent LocalDate describedOn) {
	}

	/**
	 * How the papers of the partnership look.
	 *
	 * @param colour   of titles and lines, as {@code #154273}; to be read on white and on the tint
	 * @param tint     behind the headers of tables
	 * @param logoId   an attachment of the partnership that is a PNG, JPEG or SVG; absent for none
	 * @param chosenOn absent means today
	 */
	record Styling(@Words(max = 7, lines = false) String colour, @Words(max = 7, lines = false) String tint, @Nullable AttachmentId logoId,
			@Nullable @PastOrPresent LocalDate chosenOn) {
	}

	/**
	 * @param organisationId absent for the partnership as a whole
	 * @param maxAmount      whole euros; absent when no amount is agreed
	 * @param from           absent means today
	 * @param to             last day; absent while no end is agreed
	 */
	record Granting(@Nullable MandateId id, PersonId personId, @Nullable OrganisationId organisationId, @Words(max = 200, lines = false) FreeText subject,
			@Nullable Long maxAmount, @Nullable LocalDate from, @Nullable LocalDate to) {
	}

	/** @param withdrawnOn first day on which it no longer holds; absent means today */
	record Withdrawing(FreeText reason, @Nullable LocalDate withdrawnOn) {
	}

	/**
	 * @param id             of the mandate of who takes over
	 * @param organisationId absent means the same one
	 * @param handedOverOn   first day of who takes over; absent means today
	 */
	record HandingOver(@Nullable MandateId id, PersonId personId, @Nullable OrganisationId organisationId, FreeText reason, @Nullable LocalDate handedOverOn) {
	}

	/** @param handedOverOn first day of the successor; absent means today */
	record HandingOverAll(OrganisationId organisationId, OrganisationId successor, FreeText reason, @Nullable LocalDate handedOverOn) {
	}

	/**
	 * @param organisationIds those that go up in another one
	 * @param into            a new organisation, or one that takes part already
	 * @param mergedOn        first day of the merged organisation; absent means today
	 */
	record Merging(List<OrganisationId> organisationIds, Merged into, @Nullable LocalDate mergedOn) {
	}

	/**
	 * @param organisationId of one that takes part already; for a new one chosen by the client, or absent
	 * @param name           only of a new one
	 * @param sector         only of a new one
	 */
	record Merged(@Nullable OrganisationId organisationId, @Nullable @Words(max = 200, lines = false) FreeText name, @Nullable Sector sector) {
	}

	/**
	 * Who leaves: an organisation or a person.
	 *
	 * @param leftOn first day without them; absent means today
	 */
	record Leaving(@Nullable OrganisationId organisationId, @Nullable PersonId personId, FreeText reason, @Nullable LocalDate leftOn) {

		PartnershipCommand from(PartnershipId id, LocalDate day) {
			if (organisationId != null && personId == null) {
				return new LetOrganisationLeave(id, organisationId, reason, day);
			}
			if (personId != null && organisationId == null) {
				return new LetPersonLeave(id, personId, reason, day);
			}
			throw new InvalidInput("organisationId", "Kies wie vertrekt: een organisatie (organisationId) of een persoon (personId), niet allebei.");
		}
	}

	@PostMapping
	ResponseEntity<PartnershipView> found(@RequestBody Founding founding) {
		PartnershipId id = Objects.requireNonNullElseGet(founding.id(), () -> new PartnershipId(Ids.next()));
		PersonId administrator = Objects.requireNonNullElseGet(founding.administrator(), () -> Caller.required().personId());
		return answers.created(new FoundPartnership(id, founding.kind(), founding.name(), founding.schoolRegion(), administrator, today.or(founding.foundedOn())),
				ReadModels.PARTNERSHIPS, id);
	}

	@GetMapping
	ResponseEntity<Listed<PartnershipView>> list() {
		return answers.list(ReadModels.PARTNERSHIPS);
	}

	@GetMapping("/{id}")
	ResponseEntity<PartnershipView> one(@PathVariable PartnershipId id) {
		return answers.one(ReadModels.PARTNERSHIPS, id);
	}

	@PostMapping("/{id}/organisations")
	ResponseEntity<PartnershipView> join(@PathVariable PartnershipId id, @RequestBody Joining joining) {
		OrganisationId organisation = Objects.requireNonNullElseGet(joining.organisationId(), () -> new OrganisationId(Ids.next()));
		return answers.created(new JoinOrganisation(id, organisation, joining.name(), joining.sector(), today.or(joining.joinedOn())), ReadModels.PARTNERSHIPS, id);
	}

	@GetMapping("/{id}/organisations")
	ResponseEntity<Listed<PartnershipView.Organisation>> organisations(@PathVariable PartnershipId id) {
		return answers.part(ReadModels.PARTNERSHIPS, id, PartnershipView::organisations);
	}

	/** A region takes part in this programme: its members may read what participants of the programme may read. */
	@PostMapping("/{id}/regions")
	ResponseEntity<PartnershipView> join(@PathVariable PartnershipId id, @RequestBody Participating participating) {
		return answers.created(new JoinRegion(id, participating.regionId(), today.or(participating.joinedOn())), ReadModels.PARTNERSHIPS, id);
	}

	@GetMapping("/{id}/regions")
	ResponseEntity<Listed<PartnershipView.Region>> regions(@PathVariable PartnershipId id) {
		return answers.part(ReadModels.PARTNERSHIPS, id, PartnershipView::regions);
	}

	@DeleteMapping("/{id}/regions/{regionId}")
	ResponseEntity<PartnershipView> leave(@PathVariable PartnershipId id, @PathVariable PartnershipId regionId) {
		return answers.changed(new LetRegionLeave(id, regionId, today.date()), ReadModels.PARTNERSHIPS, id);
	}

	@PostMapping("/{id}/rights")
	ResponseEntity<PartnershipView> give(@PathVariable PartnershipId id, @RequestBody Giving giving) {
		return answers.created(new GiveRight(id, giving.personId(), giving.right(), today.or(giving.from()), giving.to()), ReadModels.PARTNERSHIPS, id);
	}

	@GetMapping("/{id}/rights")
	ResponseEntity<Listed<HoldersView.Holder>> rights(@PathVariable PartnershipId id) {
		return answers.part(ReadModels.HOLDERS, id, HoldersView::holders);
	}

	@DeleteMapping("/{id}/rights/{personId}/{right}")
	ResponseEntity<PartnershipView> withdraw(@PathVariable PartnershipId id, @PathVariable PersonId personId, @PathVariable Right right) {
		return answers.changed(new WithdrawRight(id, personId, right, today.date()), ReadModels.PARTNERSHIPS, id);
	}

	@PostMapping("/{id}/roles")
	ResponseEntity<PartnershipView> describe(@PathVariable PartnershipId id, @RequestBody Describing role) {
		RoleId roleId = Objects.requireNonNullElseGet(role.id(), () -> new RoleId(Ids.next()));
		return answers.created(new DescribeRole(id, roleId, role.name(), role.tasks(), role.responsibilities(), today.or(role.describedOn())), ReadModels.PARTNERSHIPS, id);
	}

	@GetMapping("/{id}/roles")
	ResponseEntity<Listed<PartnershipView.Role>> roles(@PathVariable PartnershipId id) {
		return answers.part(ReadModels.PARTNERSHIPS, id, PartnershipView::roles);
	}

	@PostMapping("/{id}/house-styles")
	ResponseEntity<PartnershipView> choose(@PathVariable PartnershipId id, @RequestBody Styling style) {
		return answers.created(new ChooseHouseStyle(id, colour("colour", style.colour()), colour("tint", style.tint()), style.logoId() == null ? null : style.logoId().value(),
				today.or(style.chosenOn())), ReadModels.PARTNERSHIPS, id);
	}

	private static Colour colour(String field, String value) {
		try {
			return new Colour(value);
		} catch (IllegalArgumentException e) {
			throw new InvalidInput(field, "Schrijf een kleur als #154273: een hekje en zes cijfers of letters a tot en met f.");
		}
	}

	@PostMapping("/{id}/mandates")
	ResponseEntity<MandateView> grant(@PathVariable PartnershipId id, @RequestBody Granting mandate) {
		MandateId mandateId = Objects.requireNonNullElseGet(mandate.id(), () -> new MandateId(Ids.next()));
		return answers.created(new GrantMandate(id, mandateId, mandate.personId(), mandate.organisationId(), mandate.subject(), mandate.maxAmount(), today.or(mandate.from()),
				mandate.to()), ReadModels.MANDATES, mandateId);
	}

	@GetMapping("/{id}/mandates")
	ResponseEntity<Listed<MandateView>> mandates(@PathVariable PartnershipId id) {
		return answers.list(ReadModels.MANDATES, Map.of("partnershipId", id));
	}

	@PostMapping("/{id}/mandates/{mandateId}/withdrawal")
	ResponseEntity<MandateView> withdraw(@PathVariable PartnershipId id, @PathVariable MandateId mandateId, @RequestBody Withdrawing withdrawing) {
		return answers.created(new WithdrawMandate(id, mandateId, withdrawing.reason(), today.or(withdrawing.withdrawnOn())), ReadModels.MANDATES, mandateId);
	}

	@PostMapping("/{id}/mandates/{mandateId}/handover")
	ResponseEntity<MandateView> handOver(@PathVariable PartnershipId id, @PathVariable MandateId mandateId, @RequestBody HandingOver handover) {
		MandateId successor = Objects.requireNonNullElseGet(handover.id(), () -> new MandateId(Ids.next()));
		return answers.created(
				new HandOverMandate(id, mandateId, successor, handover.personId(), handover.organisationId(), handover.reason(), today.or(handover.handedOverOn())),
				ReadModels.MANDATES, successor);
	}

	/** All mandates on behalf of one organisation at once, as after a merger. */
	@PostMapping("/{id}/handovers")
	ResponseEntity<PartnershipView> handOverAll(@PathVariable PartnershipId id, @RequestBody HandingOverAll handover) {
		return answers.created(new HandOverMandates(id, handover.organisationId(), handover.successor(), handover.reason(), today.or(handover.handedOverOn())),
				ReadModels.PARTNERSHIPS, id);
	}

	@PostMapping("/{id}/mergers")
	ResponseEntity<PartnershipView> merge(@PathVariable PartnershipId id, @RequestBody Merging merger) {
		OrganisationId into = Objects.requireNonNullElseGet(merger.into().organisationId(), () -> new OrganisationId(Ids.next()));
		return answers.created(new MergeOrganisations(id, merger.organisationIds(), into, merger.into().name(), merger.into().sector(), today.or(merger.mergedOn())),
				ReadModels.PARTNERSHIPS, id);
	}

	@PostMapping("/{id}/departures")
	ResponseEntity<PartnershipView> leave(@PathVariable PartnershipId id, @RequestBody Leaving leaving) {
		return answers.created(leaving.from(id, today.or(leaving.leftOn())), ReadModels.PARTNERSHIPS, id);
	}

	@GetMapping("/{id}/departures")
	ResponseEntity<Listed<DeparturesView.Departure>> departures(@PathVariable PartnershipId id) {
		return answers.part(ReadModels.DEPARTURES, id, DeparturesView::departures);
	}
}
