package nl.ontwikkelagenda.agenda.theme;

/** Where a theme stands: open, closed for a reason, or going on in one other theme (merged) or several (split). */
public enum ThemeStatus {
	OPEN, RETIRED, MERGED, SPLIT
}
