package nl.ontwikkelagenda.app.reference;

import java.time.LocalDate;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.partnership.MandateId;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.Mandates;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Answers from the view of mandates. */
@Component
class KnownMandates implements Mandates {

	private final Documents documents;

	KnownMandates(Documents documents) {
		this.documents = documents;
	}

	@Override
	public Optional<MandateView> heldOn(PartnershipId partnership, MandateId mandate, LocalDate day) {
		return documents.find(ReadModels.MANDATES, mandate.toString(), AsOf.NOW).map(Stored::document)
				.filter(found -> found.partnershipId().equals(partnership) && found.holdsOn(day));
	}
}
