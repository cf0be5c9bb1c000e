package nl.ontwikkelagenda.app.visibility;

import java.util.function.Supplier;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/** With whose eyes the views are read. */
public sealed interface Viewer {

	/** Somebody who is logged in, or for whom something is read: his feed, his mail. */
	record Somebody(PersonId personId) implements Viewer {
	}

	/** A visitor who is not logged in. */
	record Visitor() implements Viewer {
	}

	/** The application itself: rules, automations, jobs. It sees everything. */
	record Application() implements Viewer {
	}

	Viewer APPLICATION = new Application();

	/** With whose eyes this thread reads for now, whoever is logged in. */
	ScopedValue<Viewer> CURRENT = ScopedValue.newInstance();

	/** Bound while a command is decided that came from another thread or instance: with whose eyes who sent it reads. */
	ScopedValue<Viewer> SENDER = ScopedValue.newInstance();

	/** Reads as this person sees it; nobody is a visitor. */
	static <T> T as(@Nullable PersonId person, Supplier<T> reading) {
		return ScopedValue.where(CURRENT, person == null ? new Visitor() : new Somebody(person)).call(reading::get);
	}

	/** Reads everything, for what is not shown to who is logged in. */
	static <T> T asApplication(Supplier<T> reading) {
		return ScopedValue.where(CURRENT, APPLICATION).call(reading::get);
	}
}
