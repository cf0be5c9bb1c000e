package nl.ontwikkelagenda.app.monitor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Pictures;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.monitor.Direction;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.AdoptIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.CorrectMeasurement;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.DefineIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.LinkSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements.Reading;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RetireIndicator;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.SetTarget;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.ShowByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.StopShowingByName;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.UnlinkSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorId;
import nl.ontwikkelagenda.reporting.monitor.IndicatorSource;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.MeasurementId;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;
import nl.ontwikkelagenda.reporting.monitor.Rhythm;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.trend.IndicatorCharts;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrend;
import nl.ontwikkelagenda.reporting.trend.IndicatorTrends;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Indicators of a partnership, what is measured of them, and what that says. */
@RestController
@RequestMapping(Api.BASE)
class IndicatorController {

	private static final int WHOLE_DIGITS = 12;
	private static final int DECIMALS = 4;
	private static final String AMOUNT = "Geef een getal met hoogstens vier decimalen.";
	private static final int MOST_READINGS = 500;
	private static final String TOO_MANY = "Leg hoogstens 500 metingen tegelijk vast.";

	private final Answers answers;
	private final Readers readers;
	private final IndicatorTrends trends;
	private final MeasurementFile files;
	private final Moments moments;
	private final Today today;

	IndicatorController(Answers answers, Readers readers, IndicatorTrends trends, MeasurementFile files, Moments moments, Today today) {
		this.answers = answers;
		this.readers = readers;
		this.trends = trends;
		this.files = files;
		this.moments = moments;
		this.today = today;
	}

	/**
	 * @param themeId    the theme that it tells about
	 * @param definition what exactly is counted
	 * @param unit       as in "leerlingen" or "%"
	 * @param direction  which way it should go
	 * @param rhythm     how often it is measured
	 * @param source     where the numbers come from
	 * @param definedOn  absent means today
	 */
	record Defining(@Nullable IndicatorId id, PartnershipId partnershipId, @Nullable ThemeId themeId, @Words(max = 200, lines = false) FreeText name,
			@Words(max = 2000) FreeText definition, @Words(max = 50, lines = false) FreeText unit, Direction direction, Rhythm rhythm,
			@Words(max = 500, lines = false) FreeText source, @Nullable @PastOrPresent LocalDate definedOn) {
	}

	/**
	 * @param partnershipId the region that takes it into its monitor
	 * @param adoptedOn     absent means today
	 */
	record Adopting(@Nullable IndicatorId id, PartnershipId partnershipId, @Nullable ThemeId themeId, @Nullable @PastOrPresent LocalDate adoptedOn) {
	}

	/** @param readings all of these, or none */
	record Measuring(@NotEmpty(message = "Geef ten minste één meting.") @Size(max = MOST_READINGS, message = TOO_MANY) List<Measured> readings) {
	}

	/**
	 * @param period     as {@code 2021-03}, {@code 2021-Q1}, {@code 2021}, {@code 2020-2021-P3} or {@code 2020-2021}, after the rhythm of the indicator
	 * @param amount     in its unit
	 * @param measuredOn absent means today
	 */
	record Measured(@Words(max = 12, lines = false) String period, @Digits(integer = WHOLE_DIGITS, fraction = DECIMALS, message = AMOUNT) BigDecimal amount,
			@Nullable @Words(max = 1000) FreeText remark, @Nullable @PastOrPresent LocalDate measuredOn) {
	}

	/** @param correctedOn absent means today */
	record Correcting(@Digits(integer = WHOLE_DIGITS, fraction = DECIMALS, message = AMOUNT) BigDecimal amount, @Words(max = 1000) FreeText reason,
			@Nullable @PastOrPresent LocalDate correctedOn) {
	}

	/**
	 * @param by    the day on which it should be reached; a target for a day that has one takes its place
	 * @param setOn absent means today
	 */
	record Targeting(@Digits(integer = WHOLE_DIGITS, fraction = DECIMALS, message = AMOUNT) BigDecimal amount, LocalDate by, @Nullable @Words(max = 1000) FreeText reason,
			@Nullable @PastOrPresent LocalDate setOn) {
	}

	/**
	 * @param id       of an inventory or a reflection round of the same partnership
	 * @param element  of a reflection round: 1 to 6
	 * @param linkedOn absent means today
	 */
	record Linking(IndicatorSource.Kind kind, UUID id, @Nullable Integer element, @Nullable @PastOrPresent LocalDate linkedOn) {
	}

	/** @param sharedOn absent means today */
	record Sharing(@Nullable @PastOrPresent LocalDate sharedOn) {
	}

	/** @param retiredOn absent means today */
	record Retiring(@Words(max = 1000) FreeText reason, @Nullable @PastOrPresent LocalDate retiredOn) {
	}

	@PostMapping("/indicators")
	ResponseEntity<IndicatorView> define(@RequestBody Defining indicator) {
		IndicatorId id = Objects.requireNonNullElseGet(indicator.id(), () -> new IndicatorId(Ids.next()));
		return answers.created(new DefineIndicator(id, indicator.partnershipId(), indicator.themeId(), indicator.name(), indicator.definition(), indicator.unit(),
				indicator.direction(), indicator.rhythm(), indicator.source(), today.or(indicator.definedOn())), ReadModels.INDICATORS, id);
	}

	@GetMapping("/indicators")
	ResponseEntity<Listed<IndicatorView>> list() {
		return answers.list(ReadModels.INDICATORS);
	}

	@GetMapping("/indicators/{id}")
	ResponseEntity<IndicatorView> one(@PathVariable IndicatorId id) {
		return answers.one(ReadModels.INDICATORS, id);
	}

	/** Takes an indicator that a programme offers into the monitor of a region. */
	@PostMapping("/indicators/{id}/adoptions")
	ResponseEntity<IndicatorView> adopt(@PathVariable IndicatorId id, @RequestBody Adopting adoption) {
		IndicatorView offered = answers.seen(ReadModels.INDICATORS, id);
		IndicatorId own = Objects.requireNonNullElseGet(adoption.id(), () -> new IndicatorId(Ids.next()));
		return answers.created(new AdoptIndicator(own, adoption.partnershipId(), adoption.themeId(), id, again(offered.name()), again(offered.definition()), again(offered.unit()),
				again(offered.source()), today.or(adoption.adoptedOn())), ReadModels.INDICATORS, own);
	}

	private static FreeText again(String text) {
		return new FreeText(text, Salts.next());
	}

	@PostMapping("/indicators/{id}/measurements")
	ResponseEntity<IndicatorView> measure(@PathVariable IndicatorId id, @RequestBody Measuring measuring) {
		List<Reading> readings = measuring.readings().stream().map(each -> new Reading(each.period(), each.amount(), each.remark(), today.or(each.measuredOn()))).toList();
		return answers.created(new RecordMeasurements(id, readings), ReadModels.INDICATORS, id);
	}

	/** The same from a file: a row for each period, all or none of them; periods of which the same is known already are passed over. */
	@PostMapping(path = "/indicators/{id}/measurements", consumes = {FileFormat.TEXT_CSV, FileFormat.SPREADSHEET})
	@Hidden
	ResponseEntity<IndicatorView> take(@PathVariable IndicatorId id, @RequestHeader(name = HttpHeaders.CONTENT_TYPE) MediaType type, @RequestBody byte[] content) {
		List<MeasurementView> known = answers.everything(ReadModels.MEASUREMENTS, Map.of("indicatorId", answers.seen(ReadModels.INDICATORS, id).indicatorId()), List.of())
				.flatMap(List::stream).toList();
		return answers.created(
				new RecordMeasurements(id, files.read(FileFormat.ofMediaType(type.getType() + "/" + type.getSubtype()).orElse(FileFormat.XLSX), content, known, today.date())),
				ReadModels.INDICATORS, id);
	}

	@GetMapping("/indicators/{id}/measurements")
	ResponseEntity<Listed<MeasurementView>> measurements(@PathVariable IndicatorId id) {
		return answers.list(ReadModels.MEASUREMENTS, Map.of("indicatorId", id));
	}

	/** A row for each period; as it is taken by this address as well. */
	@Hidden
	@GetMapping(path = "/indicators/{id}/measurements", produces = {FileFormat.TEXT_CSV, FileFormat.SPREADSHEET})
	ResponseEntity<SheetFile<MeasurementView>> file(@PathVariable IndicatorId id) {
		answers.seen(ReadModels.INDICATORS, id);
		return answers.file(SheetFile.of(MeasurementFile.SHEET, answers.everything(ReadModels.MEASUREMENTS, Map.of("indicatorId", id), List.of()).flatMap(List::stream)));
	}

	@GetMapping("/measurements")
	ResponseEntity<Listed<MeasurementView>> all() {
		return answers.list(ReadModels.MEASUREMENTS);
	}

	@GetMapping("/measurements/{id}")
	ResponseEntity<MeasurementView> measurement(@PathVariable MeasurementId id) {
		return answers.one(ReadModels.MEASUREMENTS, id);
	}

	@PostMapping("/measurements/{id}/corrections")
	ResponseEntity<MeasurementView> correct(@PathVariable MeasurementId id, @RequestBody Correcting correction) {
		MeasurementView known = answers.known(ReadModels.MEASUREMENTS, id);
		return answers.created(new CorrectMeasurement(known.indicatorId(), known.period(), correction.amount(), correction.reason(), today.or(correction.correctedOn())),
				ReadModels.MEASUREMENTS, id);
	}

	@GetMapping("/measurements/{id}/corrections")
	ResponseEntity<Listed<MeasurementView.Earlier>> corrections(@PathVariable MeasurementId id) {
		return answers.part(ReadModels.MEASUREMENTS, id, MeasurementView::earlier);
	}

	@PostMapping("/indicators/{id}/targets")
	ResponseEntity<IndicatorView> target(@PathVariable IndicatorId id, @RequestBody Targeting target) {
		return answers.created(new SetTarget(id, target.amount(), target.by(), target.reason(), today.or(target.setOn())), ReadModels.INDICATORS, id);
	}

	@GetMapping("/indicators/{id}/targets")
	ResponseEntity<Listed<IndicatorView.Target>> targets(@PathVariable IndicatorId id) {
		return answers.part(ReadModels.INDICATORS, id, IndicatorView::targets);
	}

	/** Lets the result of an inventory or a reflection round count as a value of the indicator. */
	@PostMapping("/indicators/{id}/sources")
	ResponseEntity<IndicatorView> link(@PathVariable IndicatorId id, @RequestBody Linking source) {
		return answers.created(new LinkSource(id, new IndicatorSource(source.kind(), source.id(), source.element()), today.or(source.linkedOn())), ReadModels.INDICATORS, id);
	}

	@GetMapping("/indicators/{id}/sources")
	ResponseEntity<Listed<IndicatorView.Link>> sources(@PathVariable IndicatorId id) {
		return answers.part(ReadModels.INDICATORS, id, IndicatorView::sources);
	}

	@DeleteMapping("/indicators/{id}/sources/{sourceId}")
	ResponseEntity<IndicatorView> unlink(@PathVariable IndicatorId id, @PathVariable SourceId sourceId) {
		return answers.changed(new UnlinkSource(id, sourceId.value(), today.date()), ReadModels.INDICATORS, id);
	}

	/** Lets other regions see the values with the name of this one. */
	@PostMapping("/indicators/{id}/sharing")
	ResponseEntity<IndicatorView> share(@PathVariable IndicatorId id, @RequestBody Sharing sharing) {
		return answers.created(new ShowByName(id, today.or(sharing.sharedOn())), ReadModels.INDICATORS, id);
	}

	@DeleteMapping("/indicators/{id}/sharing")
	ResponseEntity<IndicatorView> stopSharing(@PathVariable IndicatorId id) {
		return answers.changed(new StopShowingByName(id, today.date()), ReadModels.INDICATORS, id);
	}

	@PostMapping("/indicators/{id}/retirement")
	ResponseEntity<IndicatorView> retire(@PathVariable IndicatorId id, @RequestBody Retiring retiring) {
		return answers.created(new RetireIndicator(id, retiring.reason(), today.or(retiring.retiredOn())), ReadModels.INDICATORS, id);
	}

	/** Its values over time, how the last one stands against the one before, the target, and other regions as far as they may be seen. */
	@GetMapping("/indicators/{id}/trend")
	@MayRead(anyone = true)
	ResponseEntity<IndicatorTrend> trend(@PathVariable IndicatorId id) {
		return ResponseEntity.ok().headers(moments.contentLocation()).body(found(id));
	}

	/** The same as a picture. */
	@GetMapping(path = "/indicators/{id}/chart.svg", produces = Pictures.SVG)
	@MayRead(anyone = true)
	ResponseEntity<byte[]> chart(@PathVariable IndicatorId id) {
		return Pictures.answer(IndicatorCharts.trend(found(id)).svg(), moments.contentLocation());
	}

	private IndicatorTrend found(IndicatorId id) {
		readers.check(ReadModels.INDICATORS, id.toString());
		return trends.of(id, moments.asOf(), moments.day()).orElseThrow(NotFound::new);
	}
}
