package nl.ontwikkelagenda.app.calendar;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

import nl.ontwikkelagenda.app.rest.InvalidInput;

/**
 * An iCalendar object, or a part of one: a calendar, a meeting, a time zone.
 *
 * @param name  in capitals, as after BEGIN
 * @param lines its own properties
 */
record CalendarComponent(String name, List<ContentLine> lines, List<CalendarComponent> parts) {

	private static final int DEEPEST = 5;
	private static final String BYTE_ORDER_MARK = "\uFEFF";
	private static final String BEGIN = "BEGIN";
	private static final String END = "END";

	List<ContentLine> all(String property) {
		return lines.stream().filter(line -> line.name().equals(property)).toList();
	}

	List<CalendarComponent> parts(String component) {
		return parts.stream().filter(part -> part.name().equals(component)).toList();
	}

	byte[] written() {
		StringBuilder text = new StringBuilder();
		write(text);
		return text.toString().getBytes(StandardCharsets.UTF_8);
	}

	private void write(StringBuilder text) {
		text.append(ContentLine.of(BEGIN, name).folded());
		lines.forEach(line -> text.append(line.folded()));
		parts.forEach(part -> part.write(text));
		text.append(ContentLine.of(END, name).folded());
	}

	/**
	 * Reads the one calendar that this is.
	 *
	 * @throws InvalidInput saying in one sentence why it is none
	 */
	static CalendarComponent read(byte[] content) {
		Deque<CalendarComponent> open = new ArrayDeque<>();
		List<CalendarComponent> whole = new ArrayList<>();
		for (ContentLine line : ContentLine.read(text(content))) {
			if (line.name().equals(BEGIN)) {
				if (open.size() == DEEPEST) {
					throw new InvalidInput("body", "De iCalendar is te diep genest.");
				}
				open.push(new CalendarComponent(line.value().strip().toUpperCase(Locale.ROOT), new ArrayList<>(), new ArrayList<>()));
			} else if (open.isEmpty()) {
				throw new InvalidInput("body", "Een iCalendar begint met BEGIN:VCALENDAR en houdt op met END:VCALENDAR.");
			} else if (line.name().equals(END)) {
				CalendarComponent ended = open.pop();
				if (!line.value().strip().equalsIgnoreCase(ended.name())) {
					throw new InvalidInput("body", "In de iCalendar staat END:" + ended.name() + " niet waar het hoort.");
				}
				(open.isEmpty() ? whole : open.element().parts()).add(ended);
			} else {
				open.element().lines().add(line);
			}
		}
		if (!open.isEmpty() || whole.size() != 1 || !whole.getFirst().name().equals("VCALENDAR")) {
			throw new InvalidInput("body", "Stuur één hele iCalendar, van BEGIN:VCALENDAR tot en met END:VCALENDAR.");
		}
		return whole.getFirst();
	}

	private static String text(byte[] content) {
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
			return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
		} catch (CharacterCodingException e) {
			throw new InvalidInput("body", "De iCalendar is niet in UTF-8 geschreven.");
		}
	}
}
