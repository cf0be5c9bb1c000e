package nl.ontwikkelagenda.app.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.jspecify.annotations.Nullable;

/**
 * One property of an iCalendar object (RFC 5545, 3.1), as it is written and read.
 *
 * @param name       in capitals
 * @param parameters by name in capitals, without quotes
 * @param value      escaped, when it is a text
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

	/** In octets, without the line break. */
	static final int LONGEST = 75;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
	private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
	private static final Pattern ANY_LINE_BREAK = Pattern.compile("\\R");
	private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
	private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

	static ContentLine of(String name, String value) {
		return new ContentLine(name, Map.of(), value);
	}

	/** A text as people read it. */
	static ContentLine text(String name, String words) {
		String readable = CONTROL.matcher(ANY_LINE_BREAK.matcher(words).replaceAll("\n")).replaceAll("");
		return of(name, readable.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n"));
	}

	static ContentLine day(String name, LocalDate day) {
		return of(name, DAY.format(day)).with("VALUE", "DATE");
	}

	static ContentLine moment(String name, Instant moment) {
		return of(name, UTC.format(moment));
	}

	/** A moment by the clock in the Netherlands; in UTC in the hour that comes twice when summer time ends. */
	static ContentLine local(String name, Instant moment) {
		LocalDateTime local = LocalDateTime.ofInstant(moment, Today.AMSTERDAM);
		boolean twice = Today.AMSTERDAM.getRules().getValidOffsets(local).size() > 1;
		return twice ? moment(name, moment) : of(name, LOCAL.format(local)).with("TZID", Today.AMSTERDAM.getId());
	}

	ContentLine with(String parameter, String text) {
		Map<String, String> all = new LinkedHashMap<>(parameters);
		all.put(parameter, CONTROL.matcher(ANY_LINE_BREAK.matcher(text).replaceAll(" ")).replaceAll("").replace('"', '\''));
		return new ContentLine(name, all, value);
	}

	String parameter(String parameter) {
		return parameters.getOrDefault(parameter, "");
	}

	/** The value of a text, as people read it. */
	String words() {
		return ESCAPE.matcher(value).replaceAll(escaped -> Matcher.quoteReplacement(escaped.group(1).equalsIgnoreCase("n") ? "\n" : escaped.group(1)));
	}

	/** Whether the value is this moment, or this day when it names no time. */
	boolean isAt(LocalDate day, @Nullable Instant moment) {
		return value.equals(DAY.format(day))
				|| (moment != null && (value.equals(UTC.format(moment)) || value.equals(LOCAL.format(LocalDateTime.ofInstant(moment, Today.AMSTERDAM)))));
	}

	/** As it goes over the line: no line longer than {@value #LONGEST} octets in UTF-8, no character cut in two. */
	String folded() {
		StringBuilder line = new StringBuilder(name);
		parameters.forEach((parameter, text) -> line.append(';').append(parameter).append('=').append(text.matches("[^:;,]*") ? text : '"' + text + '"'));
		line.append(':').append(value);
		StringBuilder folded = new StringBuilder();
		int octets = 0;
		for (int i = 0; i < line.length();) {
			int character = line.codePointAt(i);
			int size = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
			if (octets + size > LONGEST) {
				folded.append("\r\n ");
				octets = 1;
			}
			folded.appendCodePoint(character);
			octets += size;
			i += Character.charCount(character);
		}
		return folded.append("\r\n").toString();
	}

	/**
	 * Reads lines that were folded, with whatever line breaks.
	 *
	 * @throws InvalidInput naming the first line that is none
	 */
	static List<ContentLine> read(String content) {
		List<ContentLine> lines = new ArrayList<>();
		String[] written = content.split("\r\n|\n|\r", -1);
		for (int i = 0; i < written.length; i++) {
			int first = i + 1;
			StringBuilder line = new StringBuilder(written[i]);
			while (i + 1 < written.length && (written[i + 1].startsWith(" ") || written[i + 1].startsWith("\t"))) {
				line.append(written[++i], 1, written[i].length());
			}
			if (!line.isEmpty()) {
				ContentLine parsed = parsed(line.toString());
				if (parsed == null) {
					throw new InvalidInput("body", "Dit is geen geldige iCalendar bij regel " + first + ".");
				}
				lines.add(parsed);
			}
		}
		return lines;
	}

	private static @Nullable ContentLine parsed(String line) {
		int end = ended(line, 0, ";:");
		String name = line.substring(0, end);
		if (!NAME.matcher(name).matches() || CONTROL.matcher(line).find()) {
			return null;
		}
		Map<String, String> parameters = new LinkedHashMap<>();
		while (end < line.length() && line.charAt(end) == ';') {
			int start = end + 1;
			end = ended(line, start, ";:");
			String[] parameter = line.substring(start, end).split("=", 2);
			if (parameter.length < 2 || !NAME.matcher(parameter[0]).matches()) {
				return null;
			}
			parameters.put(parameter[0].toUpperCase(Locale.ROOT), parameter[1].replace("\"", ""));
		}
		return end == line.length() ? null : new ContentLine(name.toUpperCase(Locale.ROOT), parameters, line.substring(end + 1));
	}

	/** Where the first of these characters is that does not stand between quotes, or the end. */
	private static int ended(String line, int from, String ends) {
		boolean quoted = false;
		int i = from;
		while (i < line.length() && (quoted || ends.indexOf(line.charAt(i)) < 0)) {
			quoted ^= line.charAt(i) == '"';
			i++;
		}
		return i;
	}
}
