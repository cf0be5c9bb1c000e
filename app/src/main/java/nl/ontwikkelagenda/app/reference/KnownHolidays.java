package nl.ontwikkelagenda.app.reference;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.actions.holiday.SchoolCalendarView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** The one source of school holidays: those that come with the product, and over them those that partnerships imported. */
@Component
public class KnownHolidays {

	private static final int AT_ONCE = 100;

	private final Documents documents;

	KnownHolidays(Documents documents) {
		this.documents = documents;
	}

	/** With what these partnerships imported; where they differ, which should not be, what was imported last counts. */
	public SchoolHolidays of(Set<PartnershipId> partnerships, AsOf asOf) {
		ListQuery imported = new ListQuery(Map.of(), null, List.of(), 1, AT_ONCE, partnerships);
		List<Stored<SchoolCalendarView>> calendars = documents.items(ReadModels.SCHOOL_HOLIDAYS, imported, asOf);
		return SchoolHolidays.shipped()
				.with(calendars.stream().sorted(Comparator.comparingLong(Stored::position)).flatMap(calendar -> calendar.document().holidays().stream()).toList());
	}
}
