package nl.ontwikkelagenda.agenda.partnership;

/** A region, or a programme in which regions take part; the members of those may read what is in the programme, and not the other way round. */
public enum PartnershipKind {
	REGION, PROGRAMME
}
