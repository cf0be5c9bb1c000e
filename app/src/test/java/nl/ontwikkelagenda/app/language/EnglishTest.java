package nl.ontwikkelagenda.app.language;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** That all that pages say can be said in English: what stands in the templates, and what is made in Java. A new sentence is translated in words/en. */
class EnglishTest {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");
	private static final Path SCRIPTS = Path.of("src/main/resources/static/js");
	private static final Pattern COMMENT = Pattern.compile("(?m)(?:^|\\s)//.*$");
	private static final Pattern LITERAL = Pattern.compile("`[^`]*`|\"[^\"\\n]*\"|'[^'\\n]*'");
	/** A sentence, or a part of one with the space around it. */
	private static final Pattern FOR_PEOPLE = Pattern.compile("(?U).\\p{Lu}\\p{Ll}+(?:[.,!?]? .*|[.!?].)|. \\p{L}{2,}.*|.*\\p{L}{2,} .");
	private static final List<Path> SOURCES = Stream.of("../agenda-module", "../cop-module", "../actions-module", "../reporting-module", ".")
			.map(module -> Path.of(module, "src/main/java")).toList();
	/** What fragments are given that is no text: names of fields, forms, choices and addresses. */
	private static final Pattern NAME = Pattern.compile("[a-zé{][\\w{}-]*|\\..*|[A-Z_]{2,}|[?#/&].*|.*-|[^\\p{L}]*");
	private static final Pattern FRAGMENT = Pattern.compile("(?s)th:(?:replace|insert|with)=\"([^\"]*)\"");
	private static final Pattern BLANK = Pattern.compile("\\{\\d+}");
	private static final String WORDS = "\\b(de|het|een|niet|geen|van|voor|zijn|dit|deze|wie|wat|er|uw|u|naar|door|kies|geef|nog|aan|om|ook|die|dat|als|wordt|worden|heeft|kan|moet|mag|uit|tot|zonder|meer|welke|waar|alle|vul|schrijf|maak|staat)\\b";
	private static final Pattern DUTCH = Pattern.compile("(?iU)" + WORDS);
	private static final Pattern DUTCH_LITERAL = Pattern.compile("(?iU)\"[^\"\\n]*" + WORDS);
	private static final Pattern NO_SENTENCE = Pattern.compile("(?s).*(\\b(select|insert|update|delete|from|where|the|was not|cannot)\\b|</|\\(\\?|\\\\).*");
	/** What no page shows, by the beginning of the name of the class, and why. */
	private static final Map<String, String> ELSEWHERE = Map.ofEntries(entry("actions.deadline.Spelling", "what is read, not what is said"),
			entry("cop.reflection.Instrument", "a questionnaire that was validated in Dutch, and is asked in Dutch"),
			entry("reporting.paper.", "papers are in Dutch"), entry("reporting.readmodel.ReadModelConfiguration", "for who runs the server"),
			entry("reporting.audit.", "for auditors at their own computer"),
			entry("app.StartAnnouncements", "for who runs the server"),
			entry("app.account.PasswordLinks", "mails are in Dutch"), entry("app.actions.ActionColumns", "files are in Dutch"),
			entry("app.actions.ActionFileReader", "files are in Dutch"),
			entry("app.audit.CheckpointImprint", "papers are in Dutch"), entry("app.audit.CheckpointSubscriptions", "mails are in Dutch"),
			entry("app.axonserver.", "for who runs the server"), entry("app.backup.", "for who runs the server"),
			entry("app.calendar.Calendar", "calendar programs read Dutch"), entry("app.calendar.ContentLine", "calendar programs read Dutch"),
			entry("app.cli.", "for who runs the server"), entry("app.console.", "for who runs the server"), entry("app.demo.", "what people wrote, in the demo"),
			entry("app.exchange.", "files are in Dutch"),
			entry("app.feed.", "feeds are in Dutch"), entry("app.mail.", "mails are in Dutch"), entry("app.meetingroom.FirstMinutes", "minutes are in Dutch"),
			entry("app.meetingroom.MeetingMail", "mails are in Dutch"), entry("app.pages.Dutch", "the form of a date"), entry("app.paper.", "papers are in Dutch"),
			entry("app.participation.", "papers and mails are in Dutch"), entry("app.person.DemoAccounts", "for who tries the demo"),
			entry("app.postgres.", "for who runs the server"),
			entry("app.registration.RegistrationMail", "mails are in Dutch"), entry("app.reminder.Reminder", "mails are in Dutch"),
			entry("app.reporting.ReportMail", "mails are in Dutch"),
			entry("app.reporting.ReportPapers", "papers are in Dutch"), entry("app.reporting.ReportSheets", "files are in Dutch"),
			entry("app.rest.HttpJson", "the API is in Dutch"),
			entry("app.store.", "for who runs the server"), entry("app.webhook.Pausing", "mails are in Dutch"));
	private static final Pattern OF_THE_API = Pattern.compile(".*Controller");

	private final English english = English.words();

	@Test
	void everythingThatTemplatesSayCanBeSaidInEnglish() {
		Map<String, Set<String>> missing = new TreeMap<>();
		said((template, dutch) -> {
			if (english.ofTemplate(template, dutch) == null) {
				missing.computeIfAbsent(template, name -> new TreeSet<>()).add(dutch);
			}
		});
		assertThat(missing).as("what templates say and words/en/pages.po does not have").isEmpty();
	}

	@Test
	void choicesFieldsEventsAndJobsCanBeSaidInEnglish() {
		Set<String> missing = new TreeSet<>();
		for (String words : List.of("choices", "events", "fields", "jobs", "terms", "views")) {
			Properties properties = properties("/words/" + words + ".properties");
			properties.values().stream().map(Object::toString).map(text -> text.replaceFirst("^[^|]*\\|", "").strip()).filter(text -> !english.knows(text)).forEach(missing::add);
		}
		assertThat(missing).as("words that words/en does not have").isEmpty();
	}

	private static Properties properties(String resource) {
		try (InputStreamReader file = new InputStreamReader(Objects.requireNonNull(EnglishTest.class.getResourceAsStream(resource)), StandardCharsets.UTF_8)) {
			Properties properties = new Properties();
			properties.load(file);
			return properties;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private interface Said {
		void in(String template, String dutch);
	}

	private static void said(Said said) {
		try (Stream<Path> all = Files.list(TEMPLATES)) {
			all.sorted().forEach(path -> {
				String template = path.getFileName().toString().replace(".html", "");
				String html = read(path);
				new TemplateTranslation(template, (name, dutch) -> {
					said.in(name, dutch);
					return null;
				}).english(html);
				given(html).filter(text -> !NAME.matcher(text).matches()).forEach(text -> said.in(template, text));
			});
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** What fragments are given and what variables are set to, as sentences with blanks. */
	private static Stream<String> given(String html) {
		List<String> given = new ArrayList<>();
		FRAGMENT.matcher(html).results().map(found -> found.group(1)).flatMap(expression -> Expression.listed(within(expression)).stream())
				.forEach(each -> new Expression(text -> {
					given.add(text.strip());
					return text;
				}, true).english(each.replaceFirst("^[a-zA-Z]+=", "")));
		return given.stream();
	}

	/** What a fragment is called with, or the whole of another expression. */
	private static String within(String expression) {
		return !expression.startsWith("~{") ? expression : expression.contains("(") ? expression.substring(expression.indexOf('(') + 1, expression.lastIndexOf(')')) : "";
	}

	/** Such sentences are made when a page is made, and must be found back then. */
	@Test
	void everythingThatFragmentsAreGivenCanBeSaidInEnglish() {
		Set<String> missing = new TreeSet<>();
		try (Stream<Path> all = Files.list(TEMPLATES)) {
			all.forEach(path -> given(read(path)).filter(text -> !NAME.matcher(text).matches() && !isFoundBack(text)).forEach(missing::add));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		assertThat(missing).as("what fragments are given and words/en/sentences.po does not have").isEmpty();
	}

	/** Whether this sentence is said in English when its blanks are filled. */
	private boolean isFoundBack(String sentence) {
		return Stream.of("Qx", "7").map(filling -> BLANK.matcher(sentence).replaceAll(filling)).anyMatch(english::knows);
	}

	private static String read(Path path) {
		try {
			return Files.readString(path);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Test
	void everythingThatIsMadeInJavaCanBeSaidInEnglish() {
		Map<String, List<String>> missing = new TreeMap<>();
		Sources.texts(SOURCES, DUTCH_LITERAL).forEach((name, texts) -> {
			String own = name.substring("nl.ontwikkelagenda.".length());
			if (!OF_THE_API.matcher(own).matches() && ELSEWHERE.keySet().stream().noneMatch(own::startsWith)) {
				List<String> unsaid = texts.stream().filter(text -> isDutch(text) && !isFoundBack(text)).toList();
				if (!unsaid.isEmpty()) {
					missing.put(own, unsaid);
				}
			}
		});
		assertThat(missing).as("what is said in Java and words/en/sentences.po does not have").isEmpty();
	}

	private static boolean isDutch(String text) {
		String words = BLANK.matcher(text).replaceAll(" ");
		return words.strip().contains(" ") && DUTCH.matcher(words).find() && !NO_SENTENCE.matcher(words).matches();
	}

	/** What people read comes from the page, where it is translated with everything else. */
	@Test
	void scriptsSayNothingByThemselves() {
		Map<String, List<String>> said = new TreeMap<>();
		try (Stream<Path> all = Files.list(SCRIPTS)) {
			all.forEach(path -> {
				List<String> words = LITERAL.matcher(COMMENT.matcher(read(path)).replaceAll("")).results().map(found -> found.group())
						.filter(text -> FOR_PEOPLE.matcher(text).matches() || isDutch(text)).toList();
				if (!words.isEmpty()) {
					said.put(path.getFileName().toString(), words);
				}
			});
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		assertThat(said).as("words for people, which belong in a template").isEmpty();
		assertThat(List.of("\"Geen verbinding.\"", "\" van \"", "\" min\"", "`Schrijf bij de actie`")).allMatch(text -> FOR_PEOPLE.matcher(text).matches());
		assertThat(List.of("\"Escape\"", "\"details form\"", "'text/html'", "\"htmx:beforeSwap\"")).noneMatch(text -> FOR_PEOPLE.matcher(text).matches());
	}

	@Test
	void aTranslationHasTheSameBlanks() {
		Catalogue all = Catalogue.read(Stream.concat(Stream.of(English.PAGES), English.MADE.stream()).toArray(String[]::new));
		assertThat(all.dutch().stream().filter(dutch -> !blanks(dutch).equals(blanks(String.valueOf(all.find(dutch)))))).isEmpty();
	}

	private static Set<String> blanks(String sentence) {
		return BLANK.matcher(sentence).results().map(found -> found.group()).collect(Collectors.toSet());
	}

	@Test
	void sentencesAreFoundBackWithWhatWasFilledIn() {
		assertThat(english.plain("Aanmelden kon tot en met maandag 24 september 2018; vraag de secretaris om een nieuwe oproep."))
				.isEqualTo("Signing up was possible until Monday 24 September 2018; ask the secretary for a new call.");
		assertThat(english.plain("Het systeem heeft de actie ‘Uitje plannen’ gewijzigd; de stand is nu: klaar."))
				.isEqualTo("The system has changed the action ‘Uitje plannen’; the status is now: done.");
		assertThat(english.plain("maandag 24 september 2018 om 10:30")).isEqualTo("Monday 24 September 2018 at 10:30");
		assertThat(english.plain("maandag 24 september 2018 tot en met dinsdag 25 september 2018")).isEqualTo("Monday 24 September 2018 to Tuesday 25 September 2018");
		assertThat(english.plain("stand: was gepland, nu gehouden")).isEqualTo("status: was planned, now held");
		assertThat(english.plain("3 acties zijn te laat")).isEqualTo("3 actions are late");
		assertThat(english.plain("afgesproken: nov 2018 1, jul 2019 12. klaar: nov 2018 0, jul 2019 0")).isEqualTo("agreed: Nov 2018 1, Jul 2019 12. done: Nov 2018 0, Jul 2019 0");
		assertThat(english.plain("bezwaren, wat iemand zei, in teksten")).isEqualTo("objections, what somebody said, in texts");
		assertThat(english.plain("Het overleg, maandag 24 september 2018")).isEqualTo("Het overleg, Monday 24 September 2018");
	}

	@Test
	void whatPeopleWroteStaysAsItIs() {
		assertThat(english.said("Wij gaan op bezoek bij de school van Huizen")).isEqualTo(Quoted.mark("Wij gaan op bezoek bij de school van Huizen"));
		assertThat(Quoted.parts(english.said("uitnodiging: voor de kerst (maandag 24 december 2018)"))).containsExactly(new Quoted.Part("invitation: ", false),
				new Quoted.Part("voor de kerst", true), new Quoted.Part(" (Monday 24 December 2018)", false));
		assertThat(english.said("12,5")).isEqualTo("12,5");
	}

	@Test
	void aTemplateIsTranslatedAndTellsWhatPeopleWrote() {
		String dutch = "<html lang=\"nl\"><p title=\"Kalender\" th:text=\"'Bladzijde ' + ${page} + ' van ' + ${pages.size()}\">x</p><textarea th:text=\"${typed}\">x</textarea>"
				+ "<b lang=\"nl\">Acties</b> Acties <i th:text=\"${open ? 'Loopt' : say.words(title)}\">x</i></html>";
		assertThat(new TemplateTranslation("any", english::ofTemplate).english(dutch)).isEqualTo(
				"<html lang=\"en\"><p title=\"Calendar\" en:text=\"'Page ' + ${#en.said(page)} + ' of ' + ${#en.said(pages.size())}\">x</p><textarea th:text=\"${typed}\">x</textarea>"
						+ "<b lang=\"nl\">Acties</b> Actions <i en:text=\"${open ? 'Running' : #en.quoted(say.words(title))}\">x</i></html>");
	}
}
