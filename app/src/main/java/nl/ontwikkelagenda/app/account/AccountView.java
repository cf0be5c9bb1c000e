package nl.ontwikkelagenda.app.account;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * An account as who administers the installation sees it.
 *
 * @param email         where links for it go; absent when it was opened without
 * @param administrator administers this installation
 * @param state         {@code INVITED} until a password is chosen
 */
record AccountView(PersonId personId, String username, @Nullable String email, boolean administrator, State state) {

	enum State {
		INVITED, OPEN, CLOSED
	}

	@Override
	public String toString() {
		return "Account of " + personId;
	}
}
