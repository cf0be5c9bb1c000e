package nl.ontwikkelagenda.app.rest;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import nl.ontwikkelagenda.app.access.Caller;

import org.jspecify.annotations.Nullable;

/** The main menu, in its order. */
public final class Menu {

	/** Who finds it in the menu. */
	public enum For {
		EVERYBODY, AUDITORS, ADMINISTRATORS
	}

	private static final List<Item> ALL = List.of(new Item("/", "Start", For.EVERYBODY), new Item("/samenwerkingsverbanden", "Samenwerking", For.EVERYBODY),
			new Item("/bijeenkomsten", "Bijeenkomsten", For.EVERYBODY), new Item("/kalender", "Kalender", For.EVERYBODY), new Item("/agendas", "Agenda’s", For.EVERYBODY),
			new Item("/besluiten", "Besluiten", For.EVERYBODY), new Item("/acties", "Acties", For.EVERYBODY), new Item("/controle", "Controle", For.AUDITORS),
			new Item("/beheer", "Beheer", For.ADMINISTRATORS), new Item("/deelname", "Mijn deelname", For.EVERYBODY), new Item("/meldingen", "Meldingen", For.EVERYBODY),
			new Item("/mijn-gegevens", "Mijn gegevens", For.EVERYBODY));
	/** The lines that are about the reader himself; they stand apart, at the end. */
	private static final Set<String> OWN = Set.of("/deelname", "/meldingen", "/mijn-gegevens");

	private Menu() {
	}

	/** A line of the menu. */
	public record Item(String path, String words, For who) {

		/** Whether it is about the reader himself. */
		public boolean own() {
			return OWN.contains(path);
		}

		/** For {@code aria-current}, on the page at this path: {@code page}, {@code true} for a page below it, or null. */
		public @Nullable String current(String here) {
			return here.equals(path) ? "page" : !path.equals("/") && here.startsWith(path + "/") ? "true" : null;
		}
	}

	/**
	 * What the caller finds in it; nothing for who has not logged in.
	 *
	 * @param audits whether he audits a partnership
	 */
	public static List<Item> ofCaller(boolean audits) {
		Optional<Caller> caller = Caller.current();
		return caller.isEmpty() ? List.of() : ALL.stream().filter(item -> switch (item.who()) {
			case EVERYBODY -> true;
			case AUDITORS -> audits;
			case ADMINISTRATORS -> caller.get().administrator();
		}).toList();
	}
}
