package nl.ontwikkelagenda.app.change;

import java.util.UUID;

/** What changes are asked of: everything that belongs to this one thing. */
public record Subject(Kind kind, UUID id) {

	/** A person's own things, or those of something that several people share. */
	public enum Kind {
		PERSON, PARTNERSHIP, AGENDA, THEME, TABLE, COMMUNITY, MEETING
	}
}
