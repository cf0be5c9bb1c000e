package nl.ontwikkelagenda.app.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.sealing.SealedTable;
import nl.ontwikkelagenda.app.sealing.Sealer;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may log in, kept by who administers the installation, for the API and the page alike. */
@Component
class AccountKeeping {

	static final int LONGEST_USERNAME = 60;

	private static final Pattern USERNAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{1," + (LONGEST_USERNAME - 1) + "}");
	private static final String ACCOUNTS = "select person_id, username, email, administrator, enabled, password_hash is null as invited from register.account ";

	private final JdbcClient jdbc;
	private final Sealer sealer;
	private final Accounts accounts;
	private final PasswordLinks links;
	private final People people;
	private final Postman postman;

	AccountKeeping(JdbcClient jdbc, Sealer sealer, Accounts accounts, PasswordLinks links, People people, Postman postman) {
		this.jdbc = jdbc;
		this.sealer = sealer;
		this.accounts = accounts;
		this.links = links;
		this.people = people;
		this.postman = postman;
	}

	/** By name. */
	List<AccountView> all() {
		return jdbc.sql(ACCOUNTS + "order by username").query((row, number) -> new AccountView(new PersonId(row.getObject("person_id", UUID.class)), row.getString("username"),
				sealer.row(SealedTable.ACCOUNT, row.getObject("person_id", UUID.class)).openOrNone("email", row.getBytes("email")), row.getBoolean("administrator"),
				state(row.getBoolean("enabled"), row.getBoolean("invited")))).list();
	}

	/** @throws NotFound this person has none */
	AccountView of(PersonId person) {
		return find(person).orElseThrow(NotFound::new);
	}

	/**
	 * Opens an account, or opens it again, and mails the link with which its owner chooses a password. Sessions that are open end.
	 *
	 * @param email where it goes; the address in the register of persons when absent
	 * @throws NotFound     there is no such person
	 * @throws InvalidInput no name, or no address to mail to
	 * @throws RuleBroken   another has this name, there is no mail server, or it is about the caller himself
	 */
	AccountView invite(PersonId personId, String username, @Nullable String email, boolean administrator) {
		Person person = people.find(personId).orElseThrow(NotFound::new);
		String address = email == null ? person.email() : email;
		if (!USERNAME.matcher(username).matches()) {
			throw new InvalidInput("username", "Kies een naam van 2 tot en met " + LONGEST_USERNAME + " letters, cijfers, punten of streepjes.");
		}
		if (address == null || !Person.isEmail(address)) {
			throw new InvalidInput("email", "Geef een e-mailadres om de uitnodiging naar te sturen.");
		}
		mustBeAnother(personId);
		if (!postman.works()) {
			throw new RuleBroken("an-invitation-goes-by-mail", "Hier is geen mailserver ingesteld; maak een account met de opdracht ‘user add’.");
		}
		if (!links.invite(personId, username, address, administrator)) {
			throw new RuleBroken("a-username-is-of-one", "Een ander heeft deze gebruikersnaam al; kies een andere.");
		}
		return of(personId);
	}

	/**
	 * Nobody can log in with it any more; its sessions, tokens and feeds stop at once.
	 *
	 * @throws NotFound   this person has none
	 * @throws RuleBroken it is that of the caller
	 */
	AccountView close(PersonId person) {
		AccountView account = of(person);
		mustBeAnother(person);
		accounts.close(account.username());
		return of(person);
	}

	private Optional<AccountView> find(PersonId person) {
		return all().stream().filter(account -> account.personId().equals(person)).findFirst();
	}

	private static void mustBeAnother(PersonId person) {
		if (Caller.required().personId().equals(person)) {
			throw new RuleBroken("another-keeps-an-account", "Uw eigen account beheert een andere beheerder; uw wachtwoord wijzigt u bij ‘Mijn toegang’.");
		}
	}

	private static AccountView.State state(boolean enabled, boolean invited) {
		return !enabled ? AccountView.State.CLOSED : invited ? AccountView.State.INVITED : AccountView.State.OPEN;
	}
}
