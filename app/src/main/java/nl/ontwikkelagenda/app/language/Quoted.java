package nl.ontwikkelagenda.app.language;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people wrote, marked within a sentence of the product, so that it can be told apart when the sentence is put on a page. The marks are never shown. */
final class Quoted {

	private static final char BEGIN = '\uE000';
	private static final char END = '\uE001';
	private static final Pattern QUOTE = Pattern.compile(BEGIN + "([^" + BEGIN + END + "]*)" + END);
	/** A word; what has none, as a number or an address, is in no language. */
	private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\d@/._-])\\p{L}{2,}(?![\\p{L}\\d@/_-]|\\.\\w|:/)");

	private Quoted() {
	}

	/** A part of a sentence. */
	record Part(String text, boolean quoted) {
	}

	/** Marks a text, if there are words in it. */
	static String mark(String text) {
		return WORD.matcher(text).find() ? BEGIN + unmarked(text) + END : text;
	}

	static String unmarked(String text) {
		return text.indexOf(BEGIN) < 0 && text.indexOf(END) < 0 ? text : text.replaceAll("[" + BEGIN + END + "]", "");
	}

	/** A sentence of a catalogue: what it leaves in Dutch stands there between single angle quotes. */
	static String ofCatalogue(String sentence) {
		return sentence.replace('‹', BEGIN).replace('›', END);
	}

	/** Whether this place of a sentence is within what is marked. */
	static boolean isWithin(String sentence, int place) {
		return sentence.lastIndexOf(BEGIN, place) > sentence.lastIndexOf(END, place);
	}

	/** As HTML: what is marked says in which language it is. */
	static String markup(String sentence, UnaryOperator<String> text) {
		StringBuilder markup = new StringBuilder();
		for (Part part : parts(sentence)) {
			markup.append(part.quoted() ? "<span lang=\"" + Language.DUTCH.code() + "\">" + text.apply(part.text()) + "</span>" : text.apply(part.text()));
		}
		return markup.toString();
	}

	/** The parts of a sentence, in their order. */
	static List<Part> parts(String sentence) {
		List<Part> parts = new ArrayList<>();
		Matcher quote = QUOTE.matcher(sentence);
		int told = 0;
		while (quote.find()) {
			add(parts, sentence.substring(told, quote.start()), false);
			add(parts, quote.group(1), true);
			told = quote.end();
		}
		add(parts, sentence.substring(told), false);
		return parts;
	}

	private static void add(List<Part> parts, String text, boolean quoted) {
		if (!text.isEmpty()) {
			parts.add(new Part(unmarked(text), quoted));
		}
	}
}
