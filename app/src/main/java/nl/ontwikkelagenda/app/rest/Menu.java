package nl.ontwikkelagenda.app.rest;

import java.util.List;
import java.util.Optional;

import nl.ontwikkelagenda.app.access.Caller;

import org.jspecify.annotations.Nullable;

/** The main menu, in its order. */
public final class Menu {

	private static final List<Item> ALL = List.of(new Item("/", "Start", false), new Item("/samenwerkingsverbanden", "Samenwerking", false),
			new Item("/bijeenkomsten", "Bijeenkomsten", false), new Item("/kalender", "Kalender", false), new Item("/agendas", "Agenda’s", false),
			new Item("/besluiten", "Besluiten", false), new Item("/acties", "Acties", false), new Item("/deelname", "Mijn deelname", false),
			new Item("/meldingen", "Meldingen", false), new Item("/mijn-gegevens", "Mijn gegevens", false), new Item("/beheer/leesmodellen", "Beheer", true));

	private Menu() {
	}

	/** @param administration whether only the administrator of the installation has it */
	public record Item(String path, String words, boolean administration) {

		/** For {@code aria-current}, on the page at this path: {@code page}, {@code true} for a page below it, or null. */
		public @Nullable String current(String here) {
			return here.equals(path) ? "page" : !path.equals("/") && here.startsWith(path + "/") ? "true" : null;
		}
	}

	/** What the caller finds in it; nothing for who has not logged in. */
	public static List<Item> ofCaller() {
		Optional<Caller> caller = Caller.current();
		return caller.isEmpty() ? List.of() : ALL.stream().filter(item -> !item.administration() || caller.get().administrator()).toList();
	}
}
