package nl.ontwikkelagenda.reporting.paper;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text of which parts can be strong or lead somewhere. A line break in it stays one. */
public record Text(List<Run> runs) {

	/** A part of a text. */
	sealed interface Run {

		String words();
	}

	record Plain(String words) implements Run {
	}

	record Strong(String words) implements Run {
	}

	/** @param address with http, https or mailto */
	record Link(String words, String address) implements Run {
	}

	public Text {
		runs = List.copyOf(runs);
	}

	public static Text of(String words) {
		return new Text(List.of(new Plain(words)));
	}

	public static Text strong(String words) {
		return new Text(List.of(new Strong(words)));
	}

	/** A text that leads to an address; only its words when the address is none that a reader can follow. */
	public static Text link(String words, String address) {
		boolean followed = address.matches("(?i)(https?://|mailto:)[\\x21-\\x7e]+");
		return new Text(List.of(followed ? new Link(words, address) : new Plain(words)));
	}

	public Text and(Text more) {
		return new Text(Stream.concat(runs.stream(), more.runs.stream()).toList());
	}

	public Text and(String words) {
		return and(of(words));
	}

	/** The text without what is strong or leads somewhere. */
	public String words() {
		return runs.stream().map(Run::words).collect(Collectors.joining());
	}
}
