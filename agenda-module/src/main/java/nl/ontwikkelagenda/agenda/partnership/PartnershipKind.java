package nl.ontwikkelagenda.agenda.partnership;

/** A region, or a programme whose members see all its regions. */
public enum PartnershipKind {
	REGION, PROGRAMME
}
