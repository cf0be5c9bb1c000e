package nl.ontwikkelagenda.app.monitor;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.inventory.InventoryId;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.FormFile;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.cop.reflection.Instrument;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.CorrectMeasurement;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.LinkSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RetireIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.SetTarget;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.ShowByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.StopShowingByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.UnlinkSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorId;
import nl.ontwikkelagenda.reporting.monitor.IndicatorSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorSource.Kind;
import nl.ontwikkelagenda.reporting.monitor.IndicatorStatus;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What the keeper of a monitor does with one indicator besides measuring: aiming, correcting, many measurements at once, what else counts, who may see it, and ending it. */
@Controller
@RequestMapping("/monitor/{id}/bijhouden")
@WithoutAsOf("Bijhouden doet u nu; laat asOf weg.")
class IndicatorUpkeepPage {

	private static final int REASON = 1_000;
	private static final int MOST = 100;

	private final Reading.Desk desk;
	private final MeasurementFile files;
	private final Forms forms;
	private final Today today;

	IndicatorUpkeepPage(Reading.Desk desk, MeasurementFile files, Forms forms, Today today) {
		this.desk = desk;
		this.files = files;
		this.forms = forms;
		this.today = today;
	}

	/** Something whose result counts as a value. */
	public record Counted(UUID id, String title) {
	}

	@GetMapping
	ModelAndView show(@PathVariable IndicatorId id) {
		Reading reading = desk.about(ReadModels.INDICATORS, id, null);
		IndicatorView indicator = reading.one(ReadModels.INDICATORS, id);
		PartnershipView partnership = reading.partnership(indicator.partnershipId());
		if (!forms.powers(indicator.partnershipId()).may(SetTarget.class)) {
			throw new NotAllowed("U mist het recht om deze indicator bij te houden; nodig is het recht van secretaris, of van projectleider.", List.of());
		}
		Is there = new Is("partnershipId", indicator.partnershipId().toString());
		List<InventoryView> inventories = reading.first(MOST, ReadModels.INVENTORIES, "-openedOn", there);
		List<ReflectionRoundView> rounds = reading.first(MOST, ReadModels.REFLECTION_ROUNDS, "-openedOn", there);
		Speech say = reading.speech(List.of(partnership)).meet(Stream.of(),
				Stream.concat(inventories.stream().map(InventoryView::question), rounds.stream().map(ReflectionRoundView::title)));
		List<Choice> ofInventories = inventories.stream().map(one -> new Choice(one.inventoryId().toString(), say.words(one.question()))).toList();
		List<Choice> ofRounds = rounds.stream().map(one -> new Choice(one.reflectionRoundId().toString(), say.words(one.title()))).toList();
		return new ModelAndView("indicator-bijhouden").addObject("indicator", indicator).addObject("partnership", partnership).addObject("say", say)
				.addObject("inUse", indicator.status() == IndicatorStatus.IN_USE).addObject("today", today.date())
				.addObject("measured", known(id, reading).map(one -> new Choice(one.period(), one.period() + ": " + Chart.words(one.amount()))).toList())
				.addObject("inventories", ofInventories).addObject("rounds", ofRounds)
				.addObject("elements", Instrument.OF_2023.elements().stream().map(one -> new Choice(String.valueOf(one.number()), one.title())).toList())
				.addObject("counted", indicator.sourceIds().stream().map(source -> new Counted(source, title(source, Stream.concat(ofInventories.stream(), ofRounds.stream()))))
						.toList());
	}

	private static String title(UUID source, Stream<Choice> all) {
		return all.filter(one -> one.value().equals(source.toString())).map(Choice::label).findFirst().orElse("Iets dat niet meer in de lijst staat");
	}

	private static Stream<MeasurementView> known(IndicatorId id, Reading reading) {
		return reading.all(ReadModels.MEASUREMENTS, new Is("indicatorId", id.toString())).stream();
	}

	@PostMapping("/streefwaarde")
	ModelAndView aim(@PathVariable IndicatorId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, forms.read("streefwaarde", typed), form -> {
			LocalDate by = form.dayOrNone("by");
			if (by == null) {
				form.wrong("by", "Kies de dag waarop het bereikt moet zijn.");
			}
			return new SetTarget(id, form.decimal("amount"), today.or(by), form.textOrNone("reason", REASON), today.date());
		});
	}

	@PostMapping("/correctie")
	ModelAndView correct(@PathVariable IndicatorId id, @RequestParam MultiValueMap<String, String> typed) {
		List<String> periods = known(id, desk.about(ReadModels.INDICATORS, id, null)).map(MeasurementView::period).toList();
		return send(id, forms.read("correctie", typed), form -> {
			String period = form.typed("period");
			if (!periods.contains(period)) {
				form.wrong("period", "Kies een meting.");
			}
			return new CorrectMeasurement(id, period, form.decimal("amount"), form.text("reason", REASON), today.date());
		});
	}

	/** Many measurements out of a file: a row for each period, all of them or none. */
	@PostMapping("/bestand")
	ModelAndView take(@PathVariable IndicatorId id, @RequestParam MultiValueMap<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file) {
		List<MeasurementView> known = known(id, desk.about(ReadModels.INDICATORS, id, null)).toList();
		Form form = forms.read("bestand", typed);
		List<RecordMeasurements.Reading> readings = FormFile
				.read(form, "file", file, chosen -> files.read(FileFormat.of(chosen.content()), chosen.content(), known, today.date())).orElse(List.of());
		return send(id, form, each -> new RecordMeasurements(id, readings));
	}

	@PostMapping("/bronnen")
	ModelAndView link(@PathVariable IndicatorId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, forms.read("bron", typed), form -> new LinkSource(id, source(form), today.date()));
	}

	private static IndicatorSource source(Form form) {
		if (form.has("roundId")) {
			return new IndicatorSource(Kind.REFLECTION_ROUND, form.id("roundId", ReflectionRoundId::new).value(), form.number("element"));
		}
		return new IndicatorSource(Kind.INVENTORY, form.id("inventoryId", InventoryId::new).value(), null);
	}

	@PostMapping("/bronnen/{source}/ontkoppelen")
	ModelAndView unlink(@PathVariable IndicatorId id, @PathVariable SourceId source, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, forms.read("los", typed), form -> new UnlinkSource(id, source.value(), today.date()));
	}

	/** Whether other regions see the values with the name of this one. */
	@PostMapping("/naam")
	ModelAndView share(@PathVariable IndicatorId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, forms.read("naam", typed), form -> form.isTicked("show") ? new ShowByName(id, today.date()) : new StopShowingByName(id, today.date()));
	}

	@PostMapping("/einde")
	ModelAndView retire(@PathVariable IndicatorId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, forms.read("einde", typed), form -> new RetireIndicator(id, form.text("reason", REASON), form.dayOrToday("retiredOn")));
	}

	private ModelAndView send(IndicatorId id, Form form, Function<Form, Object> command) {
		return forms.send(form, command, "/monitor/" + id, () -> show(id));
	}
}
