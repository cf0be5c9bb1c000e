package nl.ontwikkelagenda.app.actions;

import java.util.List;

import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays.Holiday;
import nl.ontwikkelagenda.app.rest.FieldError;
import nl.ontwikkelagenda.app.rest.InvalidInput;

/** School holidays that come as a file. */
public final class HolidayFile {

	private HolidayFile() {
	}

	/**
	 * All holidays of a file, or none.
	 *
	 * @param field in which the file came
	 * @param csv   {@code schooljaar,vakantie,regio,van,tot_en_met} on the first line, a holiday on each of the others
	 * @throws InvalidInput with every line that is wrong, or when there are none
	 */
	public static List<Holiday> read(String field, String csv) {
		SchoolHolidays.Import read = SchoolHolidays.read(csv);
		if (!read.faults().isEmpty()) {
			throw new InvalidInput(read.faults().stream().map(fault -> new FieldError(field, "Regel " + fault.line() + ": " + fault.message())).toList());
		}
		if (read.holidays().isEmpty()) {
			throw new InvalidInput(field, "In dit bestand staan geen vakanties.");
		}
		return read.holidays();
	}
}
