package nl.ontwikkelagenda.app.barrier;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.PutBarrierOnAgenda;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.ReportBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.ResolveBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.TakeUpBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierId;
import nl.ontwikkelagenda.agenda.barrier.BarrierView;
import nl.ontwikkelagenda.agenda.barrier.BarrierView.Status;
import nl.ontwikkelagenda.agenda.barrier.BarrierView.Uptake;
import nl.ontwikkelagenda.agenda.barrier.Resolution;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The barriers of a partnership: what is in the way, who took it up, and how it ended; with the forms for each. */
@Controller
@RequestMapping("/belemmeringen")
class BarrierPage {

	private static final int RULE = 400;
	private static final int TEXT = 4_000;
	private static final int MOST = 100;

	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;

	BarrierPage(Reading.Desk desk, Readers readers, Forms forms) {
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
	}

	/** @param takenUp by whom, in words */
	public record Row(BarrierView barrier, List<String> agendas, List<String> takenUp, boolean open) {
	}

	@GetMapping
	ModelAndView list(@RequestParam PartnershipId partnershipId, @RequestParam(required = false) @Nullable LocalDate asOf) {
		readers.check(ReadModels.BARRIERS, partnershipId);
		Reading reading = desk.anything(asOf);
		PartnershipView partnership = reading.partnership(partnershipId);
		Is there = new Is("partnershipId", partnershipId.toString());
		List<BarrierView> barriers = reading.all(ReadModels.BARRIERS, there).stream().sorted(Comparator.comparing(BarrierView::recordedAt).reversed()).toList();
		Map<BodyId, String> bodies = reading.all(ReadModels.BODIES, there).stream().collect(Collectors.toMap(BodyView::bodyId, BodyView::name));
		Map<AgendaId, String> agendas = new HashMap<>();
		reading.all(ReadModels.AGENDAS, there).forEach(agenda -> agendas.put(agenda.agendaId(), agenda.title()));
		boolean past = reading.moment().past();
		Powers powers = forms.powers(partnershipId);
		boolean keeps = !past && powers.may(TakeUpBarrier.class);
		List<PersonId> members = keeps
				? reading.find(ReadModels.HOLDERS, partnershipId).map(HoldersView::holders).orElse(List.of()).stream().filter(holder -> holder.on(reading.moment().onDay()))
						.map(Holder::personId).distinct().toList()
				: List.of();
		Speech say = reading.speech(List.of(partnership)).meet(
				Stream.concat(members.stream(), barriers.stream().flatMap(barrier -> barrier.uptakes().stream()).map(Uptake::personId)),
				barriers.stream().flatMap(barrier -> Stream.of(barrier.rule(), barrier.hinders(), barrier.outcome())));
		List<Row> rows = barriers.stream()
				.map(barrier -> new Row(barrier, barrier.agendas().stream().map(agenda -> agendas.getOrDefault(agenda, "een agenda")).toList(),
						barrier.uptakes().stream().map(uptake -> who(uptake, say, bodies) + ", op " + say.day(uptake.takenUpOn())).toList(),
						barrier.status() != Status.RESOLVED))
				.toList();
		return new ModelAndView("belemmeringen").addObject("partnership", partnership).addObject("say", say).addObject("rows", rows).addObject("keeps", keeps)
				.addObject("mayReport", !past && powers.may(ReportBarrier.class))
				.addObject("agendas", agendas.entrySet().stream().map(one -> new Choice(one.getKey().toString(), one.getValue())).sorted(byLabel()).toList())
				.addObject("bodies", bodies.entrySet().stream().map(one -> new Choice(one.getKey().toString(), one.getValue())).sorted(byLabel()).toList())
				.addObject("members", members.stream().map(one -> new Choice(one.toString(), say.who(one, null))).sorted(byLabel()).toList())
				.addObject("organisations",
						partnership.organisations().stream().filter(one -> one.leftOn() == null).map(one -> new Choice(one.organisationId().toString(), one.name()))
								.sorted(byLabel()).toList())
				.addObject("themes",
						past ? List.of() : reading.first(MOST, ReadModels.THEMES, "title", there).stream().map(one -> new Choice(one.themeId().toString(), one.title())).toList())
				.addObject("meetings", past
						? List.of()
						: reading.first(MOST, ReadModels.MEETINGS, "-plannedOn", there).stream()
								.map(one -> new Choice(one.meetingId().toString(), say.day(one.plannedOn()) + ": " + one.title())).toList())
				.addObject("resolutions", Choice.all(Resolution.class)).addAllObjects(reading.moment().attributes());
	}

	private static Comparator<Choice> byLabel() {
		return Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER);
	}

	private static String who(Uptake uptake, Speech say, Map<BodyId, String> bodies) {
		String body = uptake.bodyId() == null ? "" : bodies.getOrDefault(uptake.bodyId(), "een overleg");
		return Stream.of(say.who(uptake.personId(), uptake.organisationId()), body).filter(one -> !one.isEmpty()).collect(Collectors.joining(", "));
	}

	@PostMapping
	ModelAndView report(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		BarrierId id = new BarrierId(Ids.next());
		return send(partnershipId, "melding", typed, form -> new ReportBarrier(id, partnershipId, form.text("rule", RULE), form.text("hinders", TEXT),
				form.idOrNone("meetingId", MeetingId::new), form.idOrNone("bodyId", BodyId::new), form.idOrNone("themeId", ThemeId::new), form.dayOrToday("reportedOn")));
	}

	@PostMapping("/{id}/agendas")
	ModelAndView put(@PathVariable BarrierId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(partnership(id), "agenda-" + id, typed, form -> new PutBarrierOnAgenda(id, form.id("agendaId", AgendaId::new), form.dayOrToday("putOn")));
	}

	@PostMapping("/{id}/oppakken")
	ModelAndView takeUp(@PathVariable BarrierId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(partnership(id), "oppakken-" + id, typed, form -> new TakeUpBarrier(id, form.idOrNone("personId", PersonId::new),
				form.idOrNone("organisationId", OrganisationId::new), form.idOrNone("bodyId", BodyId::new), form.dayOrToday("takenUpOn")));
	}

	@PostMapping("/{id}/afloop")
	ModelAndView resolve(@PathVariable BarrierId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(partnership(id), "afloop-" + id, typed,
				form -> new ResolveBarrier(id, form.choice("resolution", Resolution.class), form.text("outcome", TEXT), form.dayOrToday("resolvedOn")));
	}

	private PartnershipId partnership(BarrierId id) {
		return desk.about(ReadModels.BARRIERS, id, null).one(ReadModels.BARRIERS, id).partnershipId();
	}

	private ModelAndView send(PartnershipId partnership, String name, MultiValueMap<String, String> typed, Function<Form, Object> command) {
		return forms.send(forms.read(name, typed), command, "/belemmeringen?partnershipId=" + partnership, () -> list(partnership, null));
	}
}
