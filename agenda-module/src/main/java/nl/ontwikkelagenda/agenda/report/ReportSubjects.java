package nl.ontwikkelagenda.agenda.report;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** Whether there is something to report on; answered from the views. */
@FunctionalInterface
public interface ReportSubjects {

	boolean has(PartnershipId partnership, ReportSubject subject);
}
