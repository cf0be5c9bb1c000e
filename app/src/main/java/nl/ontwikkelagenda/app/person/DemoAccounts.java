package nl.ontwikkelagenda.app.person;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The five people of the demo. Everybody knows their password, so the demo listens to this machine only. */
@Component
@ConditionalOnProperty(name = "ontwikkelagenda.demo", havingValue = "true")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class DemoAccounts implements ApplicationRunner {

	public static final PersonId SECRETARY = PersonId.of("01900000-0000-7000-8000-000000000001");
	public static final PersonId PROJECT_LEAD = PersonId.of("01900000-0000-7000-8000-000000000002");
	public static final PersonId PARTICIPANT = PersonId.of("01900000-0000-7000-8000-000000000003");
	public static final PersonId AUDITOR = PersonId.of("01900000-0000-7000-8000-000000000004");
	public static final PersonId ADMINISTRATOR = PersonId.of("01900000-0000-7000-8000-000000000005");

	/** Of all five. */
	public static final String PASSWORD = "demo";

	private static final List<Demo> DEMOS = List.of(new Demo("secretaris", SECRETARY, "Secretaris (demo)", "Secretaris van het samenwerkingsverband"),
			new Demo("projectleider", PROJECT_LEAD, "Projectleider (demo)", "Projectleider van de ontwikkelagenda"),
			new Demo("deelnemer", PARTICIPANT, "Deelnemer (demo)", "Beleidsmedewerker jeugd"), new Demo("auditor", AUDITOR, "Auditor (demo)", "Onafhankelijk auditor"),
			new Demo("beheerder", ADMINISTRATOR, "Beheerder (demo)", "Beheerder van deze installatie"));

	private final People people;
	private final Accounts accounts;

	private record Demo(String username, PersonId person, String name, String function) {
	}

	/** @throws IllegalStateException when the server would listen to other machines */
	DemoAccounts(People people, Accounts accounts, @Value("${server.address:}") @Nullable String address) throws UnknownHostException {
		if (address == null || address.isBlank() || !InetAddress.getByName(address).isLoopbackAddress()) {
			throw new IllegalStateException(
					"De demo luistert alleen op 127.0.0.1, omdat iedereen de wachtwoorden kent. Zet server.address op 127.0.0.1, of ontwikkelagenda.demo op false.");
		}
		this.people = people;
		this.accounts = accounts;
	}

	/** The names with which the five log in. */
	public static List<String> usernames() {
		return DEMOS.stream().map(Demo::username).toList();
	}

	@Override
	public void run(ApplicationArguments arguments) {
		create();
	}

	/** Enters the five in the register, with their accounts, as far as they are not there yet. */
	public void create() {
		// they share their password, so they may share its hash: making one takes its time
		var hash = SingletonSupplier.of(() -> accounts.encoder().encode(PASSWORD));
		for (Demo demo : DEMOS) {
			people.enter(new Person(demo.person(), demo.name(), demo.function(), null, demo.username() + "@demo.example", null));
			if (accounts.whatever(demo.person()).isEmpty()) {
				accounts.open(demo.username(), demo.person(), hash.obtain(), demo.person().equals(ADMINISTRATOR), true);
			}
		}
	}
}
