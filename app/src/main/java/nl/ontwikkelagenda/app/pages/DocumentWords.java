package nl.ontwikkelagenda.app.pages;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.change.FieldChange;
import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells a whole document in Dutch, with all its parts. Persons in it are mentions; other things are told by what they were called then. */
@Component
public class DocumentWords {

	/** Every wording of something; told when there is more than the one that stands beside it. */
	private static final String WORDINGS = "wordings";
	/** What a part says first needs no name before it. */
	private static final Set<String> SPEAKS_FOR_ITSELF = Set.of("words", "title", "name", "text", "what");
	private static final int DEEPEST = 3;
	/** By the type of the id that comes first in their documents. */
	private static final Map<Class<?>, Thing> THINGS = Thing.byName().values().stream()
			.collect(Collectors.toMap(thing -> thing.view().document().getRecordComponents()[0].getType(), thing -> thing, (first, second) -> first));

	private final Documents documents;
	private final Dutch dutch;

	DocumentWords(Documents documents, Dutch dutch) {
		this.documents = documents;
		this.dutch = dutch;
	}

	/** A field of a document: what it is called, and its value, or all of its values. */
	public record Line(String label, List<String> values) {
	}

	/** A field that changed; of a list only what went and what came. */
	public record Compared(String label, List<String> before, List<String> after) {
	}

	/** Tells documents of one partnership as they were at one moment. */
	public Telling asOf(PartnershipId partnership, AsOf then) {
		return new Telling(partnership, then);
	}

	/** What is told at once; what a thing is called is looked up once. */
	public final class Telling {

		private final PartnershipId partnership;
		private final AsOf then;
		private final Map<Object, String> titles = new HashMap<>();

		private Telling(PartnershipId partnership, AsOf then) {
			this.partnership = partnership;
			this.then = then;
		}

		/** Its fields that say something, in their order. */
		public List<Line> lines(Object document) {
			return Arrays.stream(document.getClass().getRecordComponents()).filter(Telling::isTold)
					.map(component -> new Line(label(component), values(read(component, document)))).filter(line -> !line.values().isEmpty()).toList();
		}

		/**
		 * Its fields that differ and whose difference can be told.
		 *
		 * @param before null when it was not there; not both
		 * @param after  null when it is gone
		 */
		public List<Compared> compared(@Nullable Object before, @Nullable Object after) {
			Set<String> changed = FieldChange.between(before, after).stream().map(FieldChange::field).collect(Collectors.toSet());
			return Arrays.stream(Objects.requireNonNull(after == null ? before : after).getClass().getRecordComponents())
					.filter(component -> isTold(component) && changed.contains(component.getName())).map(component -> compared(component, before, after))
					.filter(compared -> !compared.before().isEmpty() || !compared.after().isEmpty()).toList();
		}

		private Compared compared(RecordComponent component, @Nullable Object before, @Nullable Object after) {
			Object was = before == null ? null : read(component, before);
			Object is = after == null ? null : read(component, after);
			return new Compared(label(component), values(without(was, is)), values(without(is, was)));
		}

		private static @Nullable Object without(@Nullable Object value, @Nullable Object other) {
			if (!(value instanceof Collection<?> all) || !(other instanceof Collection<?> same)) {
				return value;
			}
			List<Object> rest = new ArrayList<>(all);
			same.forEach(rest::remove);
			return rest;
		}

		/** The partnership is known, and the first field is the document's own id. */
		private static boolean isTold(RecordComponent component) {
			boolean own = component.getName().equals(component.getDeclaringRecord().getRecordComponents()[0].getName());
			return !own && component.getType() != PartnershipId.class && !ChangeWords.isFollowing(component.getName());
		}

		private static String label(RecordComponent component) {
			return Objects.requireNonNullElse(ChangeWords.field(component.getName()), component.getName());
		}

		private List<String> values(@Nullable Object value) {
			Stream<?> all = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
			return all.map(each -> words(each, 0)).filter(words -> !words.isEmpty()).toList();
		}

		private String words(@Nullable Object value, int depth) {
			return switch (value) {
				case null -> "";
				case String text -> text;
				case Boolean yes -> yes ? "ja" : "nee";
				case Number number -> number.toString();
				case LocalDate day -> dutch.day(day);
				case Instant moment -> dutch.moment(moment);
				case Period period -> dutch.period(period);
				case Enum<?> choice -> ChangeWords.choiceOr(choice);
				case PersonId person -> "@[" + person + "]";
				case Actor actor -> ChangeWords.name(actor);
				case OwnerView owner -> owner(owner);
				case Collection<?> several -> several.stream().map(each -> words(each, depth)).filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
				case Record id when isId(id) -> titles.computeIfAbsent(id, this::title);
				case Record part when depth < DEEPEST -> part(part, depth);
				default -> "";
			};
		}

		private String owner(OwnerView owner) {
			UUID id = owner.id();
			if (owner.name() != null || id == null) {
				return Objects.requireNonNullElse(owner.name(), "");
			}
			return switch (owner.kind()) {
				case PERSON -> words(new PersonId(id), 0);
				case TEAM, ORGANISATION -> words(new OrganisationId(id), 0);
			};
		}

		/** The parts of a part, each on a line, with what it is called where that is known. */
		private String part(Record part, int depth) {
			return Arrays.stream(part.getClass().getRecordComponents()).filter(component -> !ChangeWords.isFollowing(component.getName())).map(component -> {
				Object value = read(component, part);
				String words = component.getName().equals(WORDINGS) && value instanceof Collection<?> all && all.size() < 2 ? "" : words(value, depth + 1);
				String label = ChangeWords.field(component.getName());
				return words.isEmpty() || label == null || SPEAKS_FOR_ITSELF.contains(component.getName()) ? words : label + ": " + words;
			}).filter(words -> !words.isEmpty()).collect(Collectors.joining(depth == 0 ? "\n" : "; "));
		}

		/** What the thing with this id was called; empty for a part of something, and for what was not there. */
		private String title(Object id) {
			if (id instanceof OrganisationId organisation) {
				return documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), then).map(Stored::document).stream().flatMap(view -> view.organisations().stream())
						.filter(each -> each.organisationId().equals(organisation)).map(each -> each.name()).findFirst().orElse("");
			}
			Thing thing = THINGS.get(id.getClass());
			return thing == null ? "" : title(thing, thing.view(), id.toString());
		}

		private <D> String title(Thing thing, ReadModel<D, ?> view, String id) {
			boolean its = documents.partnershipOf(view, id).filter(partnership::equals).isPresent();
			return its ? documents.find(view, id, then).map(stored -> thing.title().apply(stored.document())).orElse("") : "";
		}

		private static boolean isId(Record value) {
			RecordComponent[] components = value.getClass().getRecordComponents();
			return components.length == 1 && components[0].getType() == UUID.class;
		}

		private static @Nullable Object read(RecordComponent component, Object document) {
			try {
				component.getAccessor().setAccessible(true);
				return component.getAccessor().invoke(document);
			} catch (ReflectiveOperationException e) {
				throw new IllegalStateException(e);
			}
		}
	}
}
