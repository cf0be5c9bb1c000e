package nl.ontwikkelagenda.app.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is hidden is named in no document of whatever view. */
class MentionsTest {

	private static final MeetingId HIDDEN = new MeetingId(new UUID(0, 1));
	private static final MeetingId SHOWN = new MeetingId(new UUID(0, 2));
	private static final PersonId PERSON = new PersonId(new UUID(0, 3));
	private static final BodyId BODY = new BodyId(new UUID(0, 4));
	private static final Set<String> ALL_HIDDEN = Set.of(HIDDEN.toString());

	/** Can do without its meeting. */
	record Spoken(String words, @Nullable MeetingId meetingId) {
	}

	/** Is nothing without its meeting. */
	record Presented(MeetingId meetingId, String how) {
	}

	record Document(DecisionId decisionId, BodyId bodyId, @Nullable MeetingId meetingId, @Nullable Presented presented, List<Presented> all, List<MeetingId> meetings,
			List<UUID> sources,
			Spoken spoken, PersonId personId) {
	}

	private static Document document(MeetingId meeting) {
		return new Document(new DecisionId(new UUID(0, 5)), BODY, meeting, new Presented(meeting, "hier"), List.of(new Presented(meeting, "hier"), new Presented(SHOWN, "daar")),
				List.of(SHOWN, meeting), List.of(meeting.value(), SHOWN.value()), new Spoken("Goed zo", meeting), PERSON);
	}

	@Test
	void whatIsHiddenIsLeftOutAndWhatIsNothingWithoutItGoes() {
		assertThat(Mentions.without(document(HIDDEN), ALL_HIDDEN)).isEqualTo(new Document(new DecisionId(new UUID(0, 5)), BODY, null, null, List.of(new Presented(SHOWN, "daar")),
				List.of(SHOWN), List.of(SHOWN.value()), new Spoken("Goed zo", null), PERSON));
	}

	@Test
	void aDocumentThatNamesNothingHiddenStaysTheSame() {
		Document document = document(SHOWN);
		assertThat(Mentions.without(document, ALL_HIDDEN)).isSameAs(document);
	}

	@Test
	void whatADocumentCannotDoWithoutStays() {
		assertThat(Mentions.without(document(SHOWN), Set.of(BODY.toString())).bodyId()).isEqualTo(BODY);
	}

	@Test
	void everyIdButThoseOfPersonsIsLookedAt() {
		Set<String> ids = new HashSet<>();
		Mentions.collect(document(HIDDEN), ids);
		assertThat(ids).contains(HIDDEN.toString(), SHOWN.toString(), BODY.toString()).doesNotContain(PERSON.toString());
	}

	@Test
	void noDocumentHoldsIdsWhereTheyAreNotLookedFor() {
		List<String> elsewhere = new ArrayList<>();
		for (ReadModel<?, ?> view : ReadModels.ALL) {
			look(view.document(), view.name(), new HashSet<>(), elsewhere);
		}
		assertThat(elsewhere).isEmpty();
	}

	private static void look(Class<?> document, String where, Set<Class<?>> seen, List<String> elsewhere) {
		if (document.isRecord() && seen.add(document)) {
			for (RecordComponent component : document.getRecordComponents()) {
				look(component.getGenericType(), where + "." + component.getName(), seen, elsewhere);
			}
		}
	}

	private static void look(Type type, String where, Set<Class<?>> seen, List<String> elsewhere) {
		if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
			look(generic.getActualTypeArguments()[0], where, seen, elsewhere);
		} else if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
			for (Type part : generic.getActualTypeArguments()) {
				if (!(part instanceof Class<?> plain) || plain.isRecord() || plain == UUID.class) {
					elsewhere.add(where);
				}
			}
		} else if (type instanceof Class<?> plain) {
			look(plain, where, seen, elsewhere);
			if (plain.isInterface() || plain.isArray()) {
				elsewhere.add(where);
			}
		} else {
			elsewhere.add(where);
		}
	}
}
