package nl.ontwikkelagenda.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.AlreadyDone;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.Intent.Once;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.store.RecordingClock;

/** Tells a history as commands, each by someone and with the clock set to its day. Ids follow from names, and every command has a key: telling again after a crash goes on where it stopped. */
final class Story {

	/** How long it takes to note the next fact. */
	private static final Duration BETWEEN = Duration.ofMinutes(1);

	private final Commands commands;
	private final RecordingClock clock;
	private final String keys;
	private PersonId who;
	private int told;

	/** @param keys with what the keys of its commands begin, different for each story */
	Story(Commands commands, RecordingClock clock, PersonId who, String keys) {
		this.commands = commands;
		this.clock = clock;
		this.who = who;
		this.keys = keys;
	}

	Story as(PersonId person) {
		who = person;
		return this;
	}

	/** Sets the clock: what is told from now on was recorded then, Dutch time. */
	Story on(LocalDate day, String time) {
		clock.standAt(day.atTime(LocalTime.parse(time)).atZone(Today.AMSTERDAM).toInstant());
		return this;
	}

	void tell(Object command) {
		String key = keys + told++;
		try {
			commands.send(command, new Intent(Actor.person(who), who.equals(Cast.ADMINISTRATOR), new Once(key, key, 201, "/"), null));
		} catch (AlreadyDone e) {
			// Told before the crash.
		}
		clock.standAt(clock.instant().plus(BETWEEN));
	}

	static UUID id(String name) {
		return UUID.nameUUIDFromBytes(("demo/" + name).getBytes(StandardCharsets.UTF_8));
	}

	static FreeText text(String words) {
		return new FreeText(words, Salts.next());
	}

	static Owner person(PersonId person) {
		return new Owner(Owner.Kind.PERSON, person.value(), null);
	}

	static Owner organisation(OrganisationId organisation) {
		return new Owner(Owner.Kind.ORGANISATION, organisation.value(), null);
	}

	static Owner team(String name) {
		return new Owner(Owner.Kind.TEAM, null, text(name));
	}
}
