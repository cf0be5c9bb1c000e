package nl.ontwikkelagenda.app.reference;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.agenda.report.ReportSubjects;
import nl.ontwikkelagenda.reporting.progress.Scopes;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;

import org.springframework.stereotype.Component;

/** Answers from the views that reports are made of. */
@Component
class KnownReportSubjects implements ReportSubjects {

	private final Scopes scopes;

	KnownReportSubjects(Scopes scopes) {
		this.scopes = scopes;
	}

	@Override
	public boolean has(PartnershipId partnership, ReportSubject subject) {
		return scopes.find(subject, AsOf.NOW).filter(found -> found.partnershipId().equals(partnership)).isPresent();
	}
}
