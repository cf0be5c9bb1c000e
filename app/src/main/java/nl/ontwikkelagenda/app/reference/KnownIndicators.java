package nl.ontwikkelagenda.app.reference;

import java.util.Map;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.reporting.monitor.IndicatorId;
import nl.ontwikkelagenda.reporting.monitor.IndicatorStatus;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.monitor.Indicators;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Answers from the views of partnerships and indicators. */
@Component
class KnownIndicators implements Indicators {

	private final Documents documents;

	KnownIndicators(Documents documents) {
		this.documents = documents;
	}

	@Override
	public boolean isProgramme(PartnershipId partnership) {
		return documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), AsOf.NOW).filter(found -> found.document().kind() == PartnershipKind.PROGRAMME).isPresent();
	}

	@Override
	public Optional<IndicatorView> offered(IndicatorId indicator) {
		return documents.find(ReadModels.INDICATORS, indicator.toString(), AsOf.NOW).map(Stored::document)
				.filter(found -> found.offered() && found.status() == IndicatorStatus.IN_USE);
	}

	@Override
	public boolean isAdopted(PartnershipId region, IndicatorId indicator) {
		return !documents.all(ReadModels.INDICATORS, Map.of("partnershipId", region.toString(), "offeredBy", indicator.toString()), AsOf.NOW).isEmpty();
	}
}
