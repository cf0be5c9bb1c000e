package nl.ontwikkelagenda.app.monitor;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.Sheet;
import nl.ontwikkelagenda.app.exchange.SheetReader;
import nl.ontwikkelagenda.app.exchange.SheetReader.Line;
import nl.ontwikkelagenda.app.exchange.UnreadableFile;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.TypedText;
import nl.ontwikkelagenda.reporting.monitor.IndicatorCommand.RecordMeasurements.Reading;
import nl.ontwikkelagenda.reporting.monitor.MeasuredPeriod;
import nl.ontwikkelagenda.reporting.monitor.MeasurementView;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Measurements of one indicator as a file, out and in. What is taken out can be changed and handed in again. */
@Component
class MeasurementFile {

	private static final String PERIOD = "Periode";
	private static final String AMOUNT = "Waarde";
	private static final String REMARK = "Opmerking";
	private static final int MOST_ROWS = 500;
	private static final int LONGEST_REMARK = 1_000;
	private static final String NUMBER = "-?[0-9]{1,12}([.,][0-9]{1,4})?";

	static final Sheet<MeasurementView> SHEET = new Sheet<>("metingen",
			List.of(new Sheet.Column<>(PERIOD, MeasurementView::period), new Sheet.Column<>("Van", MeasurementView::from), new Sheet.Column<>("Tot en met", MeasurementView::to),
					new Sheet.Column<>(AMOUNT, MeasurementView::amount), new Sheet.Column<>(REMARK, MeasurementView::remark),
					new Sheet.Column<>("Gemeten op", MeasurementView::measuredOn), new Sheet.Column<>("Correcties", view -> view.earlier().size())));

	private final SheetReader reader = new SheetReader(List.of(PERIOD, "Van", "Tot en met", AMOUNT, REMARK, "Gemeten op", "Correcties"), Set.of(PERIOD, AMOUNT));

	/**
	 * The readings that are new.
	 *
	 * @param known what was recorded before: the same value again is passed over, another one is a correction and needs a reason
	 * @throws InvalidInput with every row that is wrong
	 */
	List<Reading> read(FileFormat format, byte[] content, List<MeasurementView> known, LocalDate today) {
		SheetReader.Content read = read(format, content);
		List<FieldError> faults = new ArrayList<>(read.faults().stream().map(fault -> new FieldError(fault.heading(), fault.sentence())).toList());
		Map<String, MeasurementView> recorded = known.stream().collect(Collectors.toMap(MeasurementView::period, Function.identity()));
		List<Reading> readings = new ArrayList<>();
		if (faults.isEmpty()) {
			read.lines().forEach(line -> {
				Reading reading = reading(line, recorded, faults, today);
				if (reading != null) {
					readings.add(reading);
				}
			});
		}
		if (faults.isEmpty() && readings.isEmpty()) {
			faults.add(new FieldError("body", "In dit bestand staat niets nieuws."));
		}
		if (!faults.isEmpty()) {
			throw new InvalidInput(faults);
		}
		return readings;
	}

	private SheetReader.Content read(FileFormat format, byte[] content) {
		try {
			return reader.read(format, content, MOST_ROWS);
		} catch (UnreadableFile e) {
			throw new InvalidInput("body", String.valueOf(e.getMessage()));
		}
	}

	private static @Nullable Reading reading(Line line, Map<String, MeasurementView> recorded, List<FieldError> faults, LocalDate today) {
		String row = "Rij " + line.number();
		String period = line.cells().getOrDefault(PERIOD, "").strip();
		String amount = line.cells().getOrDefault(AMOUNT, "").strip();
		String remark = line.cells().get(REMARK);
		int before = faults.size();
		if (MeasuredPeriod.read(period).isEmpty()) {
			faults.add(new FieldError(row + ", " + PERIOD, "Schrijf de periode als 2021-03, 2021-Q1, 2021, 2020-2021-P3 of 2020-2021."));
		}
		if (!amount.matches(NUMBER)) {
			faults.add(new FieldError(row + ", " + AMOUNT, "Geef een getal met hoogstens vier decimalen."));
		}
		String fault = remark == null ? null : TypedText.fault(remark, LONGEST_REMARK, true);
		if (fault != null) {
			faults.add(new FieldError(row + ", " + REMARK, fault));
		}
		if (faults.size() > before) {
			return null;
		}
		BigDecimal value = new BigDecimal(amount.replace(',', '.'));
		MeasurementView earlier = recorded.get(period);
		if (earlier == null) {
			return new Reading(period, value, remark == null ? null : new FreeText(TypedText.kept(remark), Salts.next()), today);
		}
		if (earlier.amount().compareTo(value) != 0) {
			faults.add(new FieldError(row + ", " + AMOUNT, "Over deze periode is al " + earlier.amount().toPlainString().replace('.', ',')
					+ " vastgelegd; leg een andere waarde vast als correctie, met een reden."));
		}
		return null;
	}
}
