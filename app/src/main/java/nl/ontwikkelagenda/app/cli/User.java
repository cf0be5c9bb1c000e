package nl.ontwikkelagenda.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.account.PasswordRules;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import org.jspecify.annotations.Nullable;

@Command(name = "user", description = "Beheert wie kan inloggen; het wachtwoord wordt gevraagd, of gelezen als eerste regel van de invoer.")
final class User implements Callable<Integer> {

	private final Class<?> application;

	@Spec
	@SuppressWarnings("NullAway.Init") private CommandSpec command;

	User(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		command.commandLine().usage(System.err);
		return ExitCode.USAGE;
	}

	@Command(description = "Voegt een persoon toe met een account.")
	int add(@Parameters(paramLabel = "INLOGNAAM", description = "waarmee hij inlogt") String username,
			@Option(names = "--name", required = true, description = "volledige naam") String name,
			@Option(names = "--function", defaultValue = "", description = "functie") String function,
			@Option(names = "--email", description = "e-mailadres") @Nullable String email,
			@Option(names = "--administrator", description = "beheert deze installatie") boolean administrator,
			@Mixin Settings settings) throws IOException {
		String password = password(username);
		if (password == null) {
			return ExitCode.SOFTWARE;
		}
		try (var context = settings.open(application)) {
			Accounts accounts = context.getBean(Accounts.class);
			if (accounts.find(username).isPresent()) {
				return refuse("Er is al een account met de naam " + username + ".");
			}
			PersonId person = new PersonId(UUID.randomUUID());
			context.getBean(People.class).enter(new Person(person, name, function, null, email, null));
			accounts.open(username, person, password, administrator);
			accounts.reachAt(person, email);
			System.out.println(username + " kan inloggen; persoon " + person + ".");
			return ExitCode.OK;
		}
	}

	@Command(description = "Toont wie kan inloggen.")
	int list(@Mixin Settings settings) {
		try (var context = settings.open(application)) {
			for (Account account : context.getBean(Accounts.class).all()) {
				System.out.printf("%-24s %s%s%n", account.username(), account.personId(), account.administrator() ? "  beheerder" : "");
			}
			return ExitCode.OK;
		}
	}

	@Command(description = "Geeft een account een nieuw wachtwoord.")
	int password(@Parameters(paramLabel = "INLOGNAAM", description = "waarmee hij inlogt") String username, @Mixin Settings settings) throws IOException {
		String password = password(username);
		if (password == null) {
			return ExitCode.SOFTWARE;
		}
		try (var context = settings.open(application)) {
			Accounts accounts = context.getBean(Accounts.class);
			Account account = accounts.find(username).orElse(null);
			if (account == null) {
				return refuse("Er is geen account met de naam " + username + "; 'user list' toont ze alle.");
			}
			accounts.open(account.username(), account.personId(), password, account.administrator());
			System.out.println(account.username() + " heeft een nieuw wachtwoord.");
			return ExitCode.OK;
		}
	}

	@SuppressWarnings("SystemConsoleNull") // Java 25 answers null again when there is no terminal
	private static @Nullable String password(String username) throws IOException {
		Console console = System.console();
		String password;
		if (console != null && console.isTerminal()) {
			char[] typed = console.readPassword("Wachtwoord (minstens %d tekens): ", PasswordRules.SHORTEST);
			password = typed == null ? "" : new String(typed);
		} else {
			String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
			password = line == null ? "" : line;
		}
		Optional<String> fault = PasswordRules.fault(password, List.of(username));
		fault.ifPresent(User::refuse);
		return fault.isPresent() ? null : password;
	}

	private static int refuse(String sentence) {
		System.err.println(sentence);
		return ExitCode.SOFTWARE;
	}
}
