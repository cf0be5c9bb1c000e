package nl.ontwikkelagenda.cop.stakeholder;

/** From where a stakeholder looks at working together. */
public enum Perspective {
	PRACTICE, POLICY, SCIENCE, PARENT, YOUNG_PERSON
}
