package nl.ontwikkelagenda.app.personaldata;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.history.EventWords;
import nl.ontwikkelagenda.app.personaldata.PersonalData.NamedIn;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the things are called in which somebody is named. */
@Component
class PersonalDataWords {

	/** What a thing is called, in the order in which is looked for it. */
	private static final List<String> TITLES = List.of("title", "name", "subject", "question", "word", "words", "text", "rule", "reason");

	private final Documents documents;

	PersonalDataWords(Documents documents) {
		this.documents = documents;
	}

	/** What a document is called, or what it is a part of. */
	public String title(NamedIn document) {
		Map<String, Object> content = document.content();
		return TITLES.stream().map(content::get).filter(Objects::nonNull).map(Object::toString).findFirst().or(() -> titleOfWhole(content)).orElse(document.id());
	}

	/** What happened, of a fact or of the fact in which a text stands. */
	public String event(String type) {
		return EventWords.of(type);
	}

	/** What it is a part of. */
	private Optional<String> titleOfWhole(Map<String, Object> content) {
		return Stream.of(found(ReadModels.COMMUNITIES, content.get("communityId")).map(community -> community.title()),
				found(ReadModels.MEETINGS, content.get("meetingId")).map(meeting -> meeting.title()),
				found(ReadModels.BODIES, content.get("bodyId")).map(body -> body.name()),
				found(ReadModels.ACTIONS, content.get("actionId")).map(action -> action.title()),
				found(ReadModels.PRIORITY_ROUNDS, content.get("priorityRoundId")).map(round -> round.title()),
				found(ReadModels.PARTNERSHIPS, content.get("partnershipId")).map(partnership -> partnership.name())).flatMap(Optional::stream).findFirst();
	}

	private <D> Optional<D> found(ReadModel<D, ?> view, @Nullable Object id) {
		return id == null ? Optional.empty() : documents.find(view, id.toString(), AsOf.NOW).map(stored -> stored.document());
	}

	/** What documents of this kind are to him. */
	static String label(String kind) {
		return switch (kind) {
			case "rights", "holders" -> "Rechten";
			case "mandates" -> "Mandaten";
			case "seats" -> "Zetels in overlegorganen";
			case "departures" -> "Vertrek";
			case "stakeholders" -> "Aandeelhouder van programma's";
			case "enrolments", "communities" -> "Deelname aan communities";
			case "insights" -> "Inzichten die u deelde";
			case "reflection-rounds" -> "Reflecties waarvoor u gevraagd bent";
			case "meetings" -> "Bijeenkomsten: aanwezigheid en bezwaren";
			case "invitations" -> "Uitnodigingen";
			case "groups" -> "Groepen in bijeenkomsten";
			case "actions" -> "Acties en toezeggingen";
			case "participants", "calls" -> "Deelname aan oproepen";
			case "comments", "remarks", "questions", "ideas", "themes" -> "Wat u inbracht";
			case "ballots" -> "Uw stippen";
			case "decisions" -> "Besluiten";
			case "barriers" -> "Belemmeringen die u oppakte";
			default -> "Overig";
		};
	}
}
