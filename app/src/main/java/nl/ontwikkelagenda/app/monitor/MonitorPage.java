package nl.ontwikkelagenda.app.monitor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.LookingBack;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.SheetAnswer;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.monitor.Direction;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.AdoptIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.DefineIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements.Reading;
import nl.ontwikkelagenda.reporting.monitor.IndicatorId;
import nl.ontwikkelagenda.reporting.monitor.IndicatorStatus;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.MeasuredPeriod;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;
import nl.ontwikkelagenda.reporting.monitor.Rhythm;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;
import nl.ontwikkelagenda.reporting.trend.IndicatorCharts;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Comparison;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend.Judgement;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrends;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The monitor of a partnership: its indicators with how they go, and one of them with its values, as known today or on an earlier day. */
@Controller
@RequestMapping("/monitor")
class MonitorPage {

	private static final Set<Right> MAY_MEASURE = Set.of(Right.SECRETARY, Right.PROJECT_LEAD);
	private static final int LONGEST_REMARK = 1_000;
	private static final int LINE = 200;
	private static final int DEFINITION = 2_000;
	private static final int UNIT = 50;
	private static final int SOURCE = 500;
	private static final int MOST = 200;

	private final IndicatorTrends trends;
	private final Documents documents;
	private final Readers readers;
	private final Forms forms;
	private final People people;
	private final LookingBack lookingBack;
	private final Today today;
	private final Dutch dutch;

	MonitorPage(IndicatorTrends trends, Documents documents, Readers readers, Forms forms, People people, LookingBack lookingBack, Today today, Dutch dutch) {
		this.trends = trends;
		this.documents = documents;
		this.readers = readers;
		this.forms = forms;
		this.people = people;
		this.lookingBack = lookingBack;
		this.today = today;
		this.dutch = dutch;
	}

	/** An indicator in the list. */
	public record Card(IndicatorId indicatorId, String name, String latest, String label, String trend, String target) {
	}

	@GetMapping
	ModelAndView overview(@RequestParam PartnershipId partnershipId, @RequestParam(required = false) @Nullable LocalDate asOf) {
		readers.check(ReadModels.INDICATORS, partnershipId);
		LookingBack.Moment moment = lookingBack.to(asOf);
		List<Card> cards = trends.ofPartnership(partnershipId, moment.asOf(), moment.onDay()).stream().map(this::card).toList();
		PartnershipView partnership = partnership(partnershipId, moment.asOf());
		boolean keeps = !moment.past() && mayMeasure(partnershipId);
		ModelAndView page = new ModelAndView("monitor").addObject("cards", cards).addObject("partnership", partnership).addObject("keeps", keeps)
				.addObject("offered", keeps ? offered(partnership) : List.of()).addObject("themes", keeps ? themes(partnershipId) : List.of())
				.addObject("directions", Choice.all(Direction.class)).addObject("rhythms", Choice.all(Rhythm.class));
		return page.addAllObjects(moment.attributes()).addObject("dutch", dutch);
	}

	/** What programmes offer, and this region does not have yet; nothing for a programme. */
	private List<Choice> offered(PartnershipView region) {
		if (region.kind() != PartnershipKind.REGION) {
			return List.of();
		}
		List<IndicatorView> all = list(ReadModels.INDICATORS, "name", Map.of(), readers.partnerships(ReadModels.INDICATORS));
		Set<IndicatorId> had = all.stream().filter(one -> one.partnershipId().equals(region.partnershipId())).map(IndicatorView::offeredBy).filter(Objects::nonNull)
				.collect(Collectors.toSet());
		return all.stream().filter(one -> one.offered() && one.status() == IndicatorStatus.IN_USE && !had.contains(one.indicatorId()))
				.map(one -> new Choice(one.indicatorId().toString(), one.name())).toList();
	}

	private List<Choice> themes(PartnershipId partnership) {
		return list(ReadModels.THEMES, "title", Map.of("partnershipId", partnership.toString()), null).stream().map(one -> new Choice(one.themeId().toString(), one.title()))
				.toList();
	}

	private <D> List<D> list(ReadModel<D, ?> view, String sort, Map<String, String> fields, @Nullable Set<PartnershipId> partnerships) {
		return documents.items(view, new ListQuery(fields, null, List.of(sort), 1, MOST, partnerships), AsOf.NOW).stream().map(Stored::document).toList();
	}

	@PostMapping
	ModelAndView define(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		IndicatorId id = new IndicatorId(Ids.next());
		return forms.send(forms.read("indicator", typed),
				form -> new DefineIndicator(id, partnershipId, form.idOrNone("themeId", ThemeId::new), form.line("name", LINE), form.text("definition", DEFINITION),
						form.line("unit", UNIT), form.choice("direction", Direction.class), form.choice("rhythm", Rhythm.class), form.line("source", SOURCE), today.date()),
				"/monitor/" + id, () -> overview(partnershipId, null));
	}

	/** Takes an indicator of a programme into the monitor of a region, as it is called there now. */
	@PostMapping("/overnemen")
	ModelAndView adopt(@RequestParam PartnershipId partnershipId, @RequestParam MultiValueMap<String, String> typed) {
		IndicatorId id = new IndicatorId(Ids.next());
		return forms.send(forms.read("overnemen", typed), form -> {
			IndicatorId offered = form.id("indicatorId", IndicatorId::new);
			Optional<IndicatorView> found = documents.find(ReadModels.INDICATORS, offered.toString(), AsOf.NOW).map(Stored::document)
					.filter(one -> readers.partnerships(ReadModels.INDICATORS).contains(one.partnershipId()));
			if (found.isEmpty()) {
				form.wrong("indicatorId", "Maak een keuze.");
			}
			return new AdoptIndicator(id, partnershipId, form.idOrNone("themeId", ThemeId::new), offered, again(found, IndicatorView::name),
					again(found, IndicatorView::definition),
					again(found, IndicatorView::unit), again(found, IndicatorView::source), today.date());
		}, "/monitor/" + id, () -> overview(partnershipId, null));
	}

	private static FreeText again(Optional<IndicatorView> offered, Function<IndicatorView, String> text) {
		return new FreeText(offered.map(text).orElse(""), Salts.next());
	}

	@GetMapping("/{id}")
	ModelAndView one(@PathVariable IndicatorId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		return show(id, asOf);
	}

	/** The measurements of an indicator to take along, in the columns in which they are taken in. */
	@GetMapping("/{id}/bestand")
	ResponseEntity<SheetFile<MeasurementView>> file(@PathVariable IndicatorId id, @RequestParam(required = false) @Nullable LocalDate asOf, @RequestParam String format) {
		readers.check(ReadModels.INDICATORS, id.toString());
		AsOf known = lookingBack.to(asOf).asOf();
		if (documents.find(ReadModels.INDICATORS, id.toString(), known).isEmpty()) {
			throw new NotFound();
		}
		return SheetAnswer.as(format, SheetFile.of(MeasurementFile.SHEET, documents.all(ReadModels.MEASUREMENTS, Map.of("indicatorId", id.toString()), known).stream()));
	}

	@PostMapping("/{id}/metingen")
	ModelAndView measure(@PathVariable IndicatorId id, @RequestParam MultiValueMap<String, String> typed) {
		return forms.send(forms.read("meting", typed), form -> new RecordMeasurements(id, List.of(reading(form))), "/monitor/" + id + "#metingen", () -> show(id, null));
	}

	private Reading reading(Form form) {
		String period = form.typed("period").strip();
		if (MeasuredPeriod.read(period).isEmpty()) {
			form.wrong("period", "Schrijf de periode als 2021-03, 2021-Q1, 2021, 2020-2021-P3 of 2020-2021.");
		}
		return new Reading(period, form.decimal("amount"), form.lineOrNone("remark", LONGEST_REMARK), today.date());
	}

	private ModelAndView show(IndicatorId id, @Nullable LocalDate asOf) {
		readers.check(ReadModels.INDICATORS, id.toString());
		LookingBack.Moment moment = lookingBack.to(asOf);
		IndicatorTrend trend = trends.of(id, moment.asOf(), moment.onDay()).orElseThrow(NotFound::new);
		PartnershipView partnership = partnership(trend.indicator().partnershipId(), moment.asOf());
		Comparison comparison = trend.comparison();
		Chart chart = IndicatorCharts.trend(trend);
		List<MeasurementView> measurements = documents.all(ReadModels.MEASUREMENTS, Map.of("indicatorId", id.toString()), moment.asOf());
		ModelAndView page = new ModelAndView("indicator").addObject("trend", trend).addObject("partnership", partnership).addObject("card", card(trend))
				.addObject("chart", chart.isEmpty() ? null : chart.svg()).addObject("comparison", comparison)
				.addObject("regions", comparison == null ? null : IndicatorCharts.regions(trend, comparison, partnership.name()).svg())
				.addObject("corrected", measurements.stream().filter(measurement -> !measurement.earlier().isEmpty()).toList())
				.addObject("keeps", !moment.past() && mayMeasure(partnership.partnershipId()))
				.addObject("mayMeasure", !moment.past() && trend.indicator().status() == IndicatorStatus.IN_USE && mayMeasure(partnership.partnershipId()))
				.addObject("period", MeasuredPeriod.of(trend.indicator().rhythm(), moment.onDay()).code());
		return page.addAllObjects(moment.attributes()).addObject("dutch", dutch).addObject("definition", people.withNames(List.of(trend.indicator().definition())).getFirst());
	}

	private PartnershipView partnership(PartnershipId id, AsOf asOf) {
		return documents.find(ReadModels.PARTNERSHIPS, id.toString(), asOf).map(Stored::document).orElseThrow(NotFound::new);
	}

	private boolean mayMeasure(PartnershipId partnership) {
		return readers.heldNow().stream().anyMatch(held -> held.partnershipId().equals(partnership) && MAY_MEASURE.contains(held.right()));
	}

	private Card card(IndicatorTrend trend) {
		boolean measured = !trend.values().isEmpty();
		IndicatorTrend.TargetState target = trend.target();
		return new Card(trend.indicator().indicatorId(), trend.indicator().name(),
				measured ? Chart.words(trend.values().getLast().amount()) + " " + trend.indicator().unit() : "Nog niet gemeten", measured ? trend.values().getLast().label() : "",
				trend(trend.trend()), target == null ? "" : target(target));
	}

	private static String trend(IndicatorTrend.Trend trend) {
		BigDecimal change = trend.change();
		if (change == null) {
			return "";
		}
		String words = change.signum() == 0 ? "Gelijk aan de vorige meting" : Chart.words(change.abs()) + (change.signum() > 0 ? " meer" : " minder") + " dan de vorige meting";
		return trend.judgement() == Judgement.BETTER ? words + ": beter" : trend.judgement() == Judgement.WORSE ? words + ": slechter" : words;
	}

	private String target(IndicatorTrend.TargetState target) {
		String words = "Streefwaarde: " + Chart.words(target.amount()) + " op " + dutch.day(target.by());
		return target.reached() == null ? words : words + (target.reached() ? ", gehaald" : ", nog niet gehaald");
	}
}
