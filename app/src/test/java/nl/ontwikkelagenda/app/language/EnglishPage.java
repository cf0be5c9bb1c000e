package nl.ontwikkelagenda.app.language;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimpleMarkupParser;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A page as somebody reads it in English: Dutch on it is what people wrote, and says that it is Dutch. */
public final class EnglishPage {

	private static final Set<String> READ = Set.of("title", "aria-label", "placeholder", "alt", "label");
	/** In which no part can say that it is in another language. */
	private static final Set<String> NO_PARTS = Set.of("option", "title", "optgroup");
	private static final Set<String> SILENT = Set.of("script", "style", "textarea");
	private static final Pattern DUTCH = Pattern.compile(
			"(?iU)(?<![\\w’])(de|het|een|niet|geen|van|voor|zijn|dit|deze|wie|wat|er|uw|u|bij|naar|door|kies|geef|nog|aan|ook|die|dat|als|wordt|worden|heeft|kan|moet|mag|uit|tot|zonder|meer|welke|hoe|waar|alle|bewaar|opslaan|toon|zoek|te laat|loopt|klaar)(?![\\w’])");
	private static final Pattern BETWEEN = Pattern.compile("[,:;.?()|…]+(?=\\s|$)|\\(|\\s[–·]\\s|[‘’“”]|\\d+");

	private final String written;
	private final List<String> names;
	private final List<String> complaints = new ArrayList<>();
	private final Deque<Map.Entry<String, String>> around = new ArrayDeque<>();

	/**
	 * @param written all that people wrote
	 * @param names   how persons are called, who stand in it as mentions
	 */
	public EnglishPage(String written, List<String> names) {
		this.written = " " + written + " ";
		this.names = names;
	}

	/** What is in Dutch on this page and nobody wrote, and what people wrote without saying that it is Dutch. */
	public List<String> complaints(String html) {
		complaints.clear();
		around.clear();
		try {
			new SimpleMarkupParser(ParseConfiguration.htmlConfiguration()).parse(html, new AbstractSimpleMarkupHandler() {

				@Override
				public void handleOpenElement(String name, @Nullable Map<String, String> attributes, int line, int column) {
					String outer = around.isEmpty() ? "" : around.peek().getValue();
					around.push(Map.entry(name, attributes == null ? outer : attributes.getOrDefault("lang", outer)));
					attributes(attributes);
				}

				@Override
				public void handleStandaloneElement(String name, @Nullable Map<String, String> attributes, boolean minimized, int line, int column) {
					attributes(attributes);
				}

				@Override
				public void handleCloseElement(String name, int line, int column) {
					around.pop();
				}

				@Override
				public void handleText(char[] buffer, int offset, int length, int line, int column) {
					text(new String(buffer, offset, length));
				}
			});
		} catch (ParseException e) {
			throw new IllegalStateException(e);
		}
		return List.copyOf(complaints);
	}

	private void attributes(@Nullable Map<String, String> attributes) {
		if (attributes != null) {
			attributes.entrySet().stream().filter(each -> READ.contains(each.getKey())).map(each -> clean(each.getValue())).filter(text -> !isWritten(text))
					.forEach(complaints::add);
		}
	}

	private void text(String raw) {
		String text = clean(raw);
		Map.Entry<String, String> element = around.isEmpty() ? Map.entry("", "") : around.peek();
		if (!DUTCH.matcher(text).find() || SILENT.contains(element.getKey())) {
			return;
		}
		if (!isWritten(text)) {
			complaints.add(text);
		} else if (!element.getValue().equals("nl") && !NO_PARTS.contains(element.getKey())) {
			complaints.add("does not say that it is Dutch: " + text);
		}
	}

	private String clean(String raw) {
		String text = HtmlUtils.htmlUnescape(raw).replaceAll("\\s+", " ").strip().replaceFirst(" – Ontwikkelagenda$", "");
		for (String name : names) {
			text = text.replace(name, " , ");
		}
		return text;
	}

	private boolean isWritten(String text) {
		return endsWithWritten(text) || BETWEEN.splitAsStream(text).map(String::strip).filter(part -> DUTCH.matcher(part).find()).allMatch(written::contains);
	}

	/** Whether it is what people wrote, after words of the product that are not Dutch. */
	private boolean endsWithWritten(String text) {
		for (int begin = 0; begin >= 0 && begin < text.length(); begin = text.indexOf(' ', begin + 1)) {
			if (DUTCH.matcher(text.substring(0, begin)).find()) {
				return false;
			}
			if (written.contains(text.substring(begin).strip())) {
				return true;
			}
		}
		return false;
	}

	/** Texts as they are looked for: one after another, with what stands for a person left out. */
	public static String written(List<String> texts) {
		return texts.stream().map(text -> text.replace("\\n", " ").replace("\\\"", "\"").replaceAll("@\\[[^\\]]*]", " , ").replaceAll("\\s+", " "))
				.collect(Collectors.joining(" "));
	}
}
