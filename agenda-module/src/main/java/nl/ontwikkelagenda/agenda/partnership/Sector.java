package nl.ontwikkelagenda.agenda.partnership;

/** The field an organisation works in. */
public enum Sector {
	EDUCATION, MUNICIPALITY, YOUTH_CARE, HEALTH, CHILDCARE, PARENTS_AND_YOUTH, SCIENCE, OTHER
}
