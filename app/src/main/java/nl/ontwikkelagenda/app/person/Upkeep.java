package nl.ontwikkelagenda.app.person;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.command.VersionMismatch;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes entries of the register, each time with a note of who did what when, and without the values. */
@Component
public class Upkeep {

	private final People people;
	private final Accounts accounts;
	private final Clock clock;
	private final TransactionTemplate transaction;

	Upkeep(People people, Accounts accounts, Clock clock, TransactionTemplate transaction) {
		this.people = people;
		this.accounts = accounts;
		this.clock = clock;
		this.transaction = transaction;
	}

	/** Replaces the entry of this person, whatever became of it since it was shown. */
	public void correct(Person changed, PersonId by) {
		correct(people.entry(changed.personId()).orElseThrow(NotFound::new), changed, by);
	}

	/**
	 * Replaces an entry. A change that changes nothing is no new version, so that a repeated request gets the same answer.
	 *
	 * @throws VersionMismatch when it no longer has the version of {@code before}
	 */
	void correct(People.Entry before, Person changed, PersonId by) {
		PersonId person = changed.personId();
		if (before.restriction() != null && !isHimself(by, person)) {
			throw new RuleBroken("a-restricted-person-is-only-kept",
					"De verwerking van deze gegevens is beperkt: zij worden alleen bewaard. Hef eerst de beperking op, of laat deze persoon het zelf verbeteren.");
		}
		List<String> fields = differing(before.person(), changed);
		if (fields.isEmpty()) {
			return;
		}
		transaction.executeWithoutResult(status -> {
			if (!people.replace(changed, before.version())) {
				throw new VersionMismatch(before.version(), people.entry(person).orElseThrow(NotFound::new).version());
			}
			note(person, EntryChange.Kind.CORRECTED, fields, by);
		});
	}

	/** From now on what is known of him is only kept. */
	public void restrict(PersonId id, Restriction.Ground ground, PersonId by) {
		People.Entry entry = people.entry(id).orElseThrow(NotFound::new);
		if (entry.restriction() != null) {
			throw new RuleBroken("a-person-is-restricted-once", "De verwerking van deze gegevens is al beperkt.");
		}
		change(entry, ground, EntryChange.Kind.RESTRICTED, by);
	}

	/** From now on he can be asked for things again, and gets mail. */
	public void release(PersonId id, PersonId by) {
		People.Entry entry = people.entry(id).orElseThrow(NotFound::new);
		if (entry.restriction() == null) {
			throw new NotFound();
		}
		change(entry, null, EntryChange.Kind.RELEASED, by);
	}

	/** Two entries are of one person: the first stands for both. His account is that of the first, or when he cannot log in with that, that of the other. */
	public void join(PersonId first, PersonId second, PersonId by) {
		PersonId kept = people.entry(first).orElseThrow(NotFound::new).person().personId();
		PersonId joined = people.entry(second).orElseThrow(NotFound::new).person().personId();
		if (kept.equals(joined)) {
			throw new RuleBroken("two-entries-are-joined", "Dit is al één en dezelfde persoon; kies twee verschillende vermeldingen.");
		}
		if (isHimself(by, kept) || isHimself(by, joined)) {
			throw new RuleBroken("another-joins-an-entry",
					"Uw eigen vermelding samenvoegen kan niet, omdat u er rechten mee krijgt; vraag het een andere beheerder van deze installatie.");
		}
		transaction.executeWithoutResult(status -> {
			people.join(kept, joined);
			accounts.move(joined, kept);
			note(kept, EntryChange.Kind.JOINED, List.of(), by);
		});
	}

	private boolean isHimself(PersonId by, PersonId person) {
		return people.idsOf(person).contains(by);
	}

	private void change(People.Entry entry, Restriction.@Nullable Ground ground, EntryChange.Kind kind, PersonId by) {
		PersonId person = entry.person().personId();
		transaction.executeWithoutResult(status -> {
			people.restrict(person, ground, clock.instant());
			note(person, kind, List.of(), by);
		});
	}

	private void note(PersonId person, EntryChange.Kind kind, List<String> fields, PersonId by) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		people.note(person, new EntryChange(kind, fields, by, now));
	}

	private static List<String> differing(Person before, Person after) {
		List<String> fields = new ArrayList<>();
		addIfOther(fields, "name", before.name(), after.name());
		addIfOther(fields, "function", before.function(), after.function());
		addIfOther(fields, "organisationId", before.organisationId(), after.organisationId());
		addIfOther(fields, "email", before.email(), after.email());
		addIfOther(fields, "phone", before.phone(), after.phone());
		return fields;
	}

	private static void addIfOther(List<String> fields, String field, @Nullable Object before, @Nullable Object after) {
		if (!Objects.equals(before, after)) {
			fields.add(field);
		}
	}
}
