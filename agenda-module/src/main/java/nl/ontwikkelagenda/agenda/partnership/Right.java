package nl.ontwikkelagenda.agenda.partnership;

/** What a person may do in a partnership: the rights that belong to a role, given and withdrawn as facts. */
public enum Right {
	PARTICIPANT, SECRETARY, PROJECT_LEAD, BOARD, AUDITOR, ADMINISTRATOR
}
