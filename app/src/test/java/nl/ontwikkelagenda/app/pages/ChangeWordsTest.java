package nl.ontwikkelagenda.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.change.Thing;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.junit.jupiter.api.Test;

/** Whatever changes can be told in Dutch. */
class ChangeWordsTest {

	/** Views whose changes are told nowhere, and why. */
	private static final Map<ReadModel<?, ?>, String> UNTOLD = Map.of(
			ReadModels.RIGHTS, "who may do what is shown to those who keep it, at the partnership itself",
			ReadModels.HOLDERS, "the same, by partnership",
			ReadModels.DEPARTURES, "who left is shown with what he left behind",
			ReadModels.BALLOTS, "dots of others are shown to nobody",
			ReadModels.REDACTIONS, "what was removed is told nowhere; that it was, is a list of its own",
			ReadModels.STATEMENTS, "goals and proposals are told with their table",
			ReadModels.PROGRAMMES, "that a region takes part is told with the programme",
			ReadModels.PROMISE_PLACES, "promises are told with their action",
			ReadModels.PROGRESS_REPORTS, "a kept report tells by itself what it was about, and changes nothing");

	@Test
	void everyReadModelHasAName() {
		assertThat(ReadModels.ALL).allSatisfy(view -> assertThat(ViewWords.name(view.name())).as(view.name()).isNotBlank());
	}

	@Test
	void changesOfEveryViewAreToldOrThereIsAReason() {
		assertThat(ReadModels.ALL.stream().filter(view -> Thing.byName().containsKey(view.name()) == UNTOLD.containsKey(view)).map(ReadModel::name))
				.as("make each a Thing, or say in UNTOLD why not").isEmpty();
	}

	@Test
	void everyFieldHasAName() {
		assertThat(components().stream().map(RecordComponent::getName).distinct().filter(name -> ChangeWords.field(name) == null))
				.as("fields without a name in words/fields.properties").isEmpty();
	}

	@Test
	void everyChoiceHasAName() {
		List<String> unnamed = types().stream().filter(Class::isEnum).flatMap(type -> Stream.of(type.getEnumConstants()).map(constant -> (Enum<?>) constant))
				.filter(constant -> ChangeWords.choice(constant) == null).map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name()).toList();
		assertThat(unnamed).as("choices without a name in words/choices.properties").isEmpty();
	}

	/** Fields of documents and of their parts; an id has nothing that is told. */
	private static List<RecordComponent> components() {
		return types().stream().filter(Class::isRecord).flatMap(type -> Stream.of(type.getRecordComponents())).filter(component -> !component.getName().equals("value")).toList();
	}

	/** Types of documents and of all that is in them. */
	private static Set<Class<?>> types() {
		Set<Class<?>> found = new LinkedHashSet<>();
		Thing.byName().values().forEach(thing -> collect(thing.view().document(), found));
		return found;
	}

	private static void collect(Type type, Set<Class<?>> found) {
		if (type instanceof ParameterizedType generic) {
			Stream.of(generic.getActualTypeArguments()).forEach(part -> collect(part, found));
		} else if (type instanceof Class<?> one && found.add(one) && one.isRecord()) {
			Stream.of(one.getRecordComponents()).forEach(component -> collect(component.getGenericType(), found));
		}
	}
}
