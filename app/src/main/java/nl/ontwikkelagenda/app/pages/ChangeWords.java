package nl.ontwikkelagenda.app.pages;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.app.change.FieldChange;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.app.language.WordLists;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.reporting.readmodel.Change;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells changes in Dutch: in one sentence, or field by field. Persons in them are mentions, to be replaced by {@link People#withNames(List)}. */
@Component
public class ChangeWords {

	private static final Properties FIELDS = WordLists.read("/words/fields.properties");
	private static final Properties CHOICES = WordLists.read("/words/choices.properties");
	/** Counts and links that follow from something else that is told by itself. */
	private static final Set<String> FOLLOWING = Set.of("recordedAt", "numberOfInvitations", "numberOfItems", "numberOfOutcomes", "numberOfDecisions", "numberOfParticipants",
			"owners",
			"overdueFrom", "awaitedBy", "yearTotals", "sourceTotals", "reminders", "headcount");
	private static final int LONGEST_TEXT = 120;

	private final Dutch dutch;

	ChangeWords(Dutch dutch) {
		this.dutch = dutch;
	}

	/** What this field is called; null when it has no name. */
	static @Nullable String field(String name) {
		return FIELDS.getProperty(name);
	}

	/** What this choice is called; null when it has no name. */
	static @Nullable String choice(Enum<?> choice) {
		String general = CHOICES.getProperty(choice.name());
		return CHOICES.getProperty(choice.getDeclaringClass().getSimpleName() + "." + choice.name(), general);
	}

	/** Whether a field is a count or a link that follows from something else. */
	static boolean isFollowing(String field) {
		return FOLLOWING.contains(field);
	}

	/** What this choice is called, or its own name. */
	public static String choiceOr(Enum<?> choice) {
		String name = choice(choice);
		return name == null ? choice.name() : name;
	}

	/** What changed, with its kind: {@code de actie ‘Uitje plannen’}. */
	public String thing(Change<?> change) {
		return Thing.of(change.view()).named(change.latest());
	}

	/** Who recorded a fact: a mention, or the system for a job. */
	public static String name(Actor by) {
		return by.asPerson().map(person -> "@[" + person + "]").orElse("Het systeem");
	}

	/** The whole change in one sentence. */
	public String sentence(Change<?> change, Actor by) {
		return sentence(change, name(by));
	}

	/** As {@link #sentence(Change, Actor)}, by who is called so. */
	public String sentence(Change<?> change, String who) {
		return who + " heeft " + thing(change) + " " + done(change) + ".";
	}

	private String done(Change<?> change) {
		if (change.before() == null) {
			return "vastgelegd";
		}
		if (change.after() == null) {
			return "verwijderd";
		}
		List<FieldChange> fields = FieldChange.between(change.before().document(), change.after().document());
		if (change.ended()) {
			String field = requireNonNull(Thing.of(change.view()).ended()).field();
			String now = fields.stream().filter(each -> each.field().equals(field)).map(each -> value(change.view(), field, each.after())).findFirst().orElse("afgerond");
			return "gewijzigd; de stand is nu: " + now;
		}
		List<String> names = told(fields).stream().map(each -> requireNonNull(field(each.field()), each.field())).distinct().toList();
		return names.isEmpty() ? "bijgewerkt" : "gewijzigd: " + String.join(", ", names);
	}

	/** The fields that changed, each in a sentence: what it was and what it is; empty for what was added or removed. */
	public List<String> fields(Change<?> change) {
		return change.before() == null || change.after() == null
				? List.of()
				: told(FieldChange.between(change.before().document(), change.after().document())).stream().map(field -> field(change.view(), field)).toList();
	}

	private static List<FieldChange> told(List<FieldChange> fields) {
		return fields.stream().filter(field -> !FOLLOWING.contains(field.field())).toList();
	}

	private String field(ReadModel<?, ?> view, FieldChange change) {
		String name = requireNonNull(field(change.field()), change.field());
		Object before = change.before();
		Object after = change.after();
		if (before instanceof Collection<?> || after instanceof Collection<?>) {
			return name + ": " + elements(before instanceof Collection<?> gone ? gone.size() : 0, after instanceof Collection<?> come ? come.size() : 0);
		}
		String was = before == null ? "" : value(view, change.field(), before);
		String is = after == null ? "" : value(view, change.field(), after);
		if (was.equals(is)) {
			return name + ": veranderd";
		}
		return name + (was.isEmpty() ? ": nu " + is : is.isEmpty() ? ": was " + was + ", nu leeg" : ": was " + was + ", nu " + is);
	}

	/** An element that changed is gone as it was and has come as it is. */
	private static String elements(int gone, int come) {
		int changed = Math.min(gone, come);
		return List.of(changed == 0 ? "" : changed + " anders", come > changed ? come - changed + " erbij" : "", gone > changed ? gone - changed + " eraf" : "").stream()
				.filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
	}

	private String value(ReadModel<?, ?> view, String field, @Nullable Object value) {
		Class<?> type = Arrays.stream(view.document().getRecordComponents()).filter(component -> component.getName().equals(field)).map(RecordComponent::getType).findFirst()
				.orElseThrow();
		return switch (value) {
			case null -> "leeg";
			case Boolean yes -> yes ? "ja" : "nee";
			case Number number -> number.toString();
			case String text when type == LocalDate.class -> dutch.day(LocalDate.parse(text));
			case String text when type == Instant.class -> dutch.moment(Instant.parse(text));
			case String text when type.isEnum() ->
				Arrays.stream(type.getEnumConstants()).map(constant -> (Enum<?>) constant).filter(constant -> constant.name().equals(text)).findFirst()
						.map(ChangeWords::choice).orElse(text);
			case String text when type == String.class -> "‘" + shortened(text) + "’";
			case String other -> "gekozen";
			default -> "ingevuld";
		};
	}

	private static String shortened(String text) {
		return text.length() <= LONGEST_TEXT ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TEXT))) + "…";
	}
}
