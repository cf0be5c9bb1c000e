package nl.ontwikkelagenda.app.advice;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.advice.Part;
import nl.ontwikkelagenda.agenda.advice.Source;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.reporting.advice.AdviceText;
import nl.ontwikkelagenda.reporting.advice.AdviceText.ParagraphText;
import nl.ontwikkelagenda.reporting.advice.SourceText;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;

/**
 * An advice note with all that its page tells.
 *
 * @param text    its words, as it is or as it was submitted
 * @param said    what the table has said that is not in it, in the order of its groups; empty for who only reads
 * @param replies meetings of the body that is advised, latest first: at one of them it may have answered
 */
public record AdviceFacts(AdviceNoteView note, PartnershipView partnership, TableView table, BodyView body, AdviceText text, List<Group> said, Map<String, OutcomeView> outcomes,
		Map<String, MeetingView> meetings, List<MeetingView> replies, Speech say) {

	private static final int MOST = 100;

	/** What a table said, of one kind. */
	public record Group(String label, List<SourceText> sources) {
	}

	/**
	 * Where words come from.
	 *
	 * @param kind    what they are, as in "Doel van"
	 * @param address of the page where they stand
	 * @param when    the day on which they were said, and of which wording
	 */
	public record Origin(String kind, String where, String address, String when) {
	}

	static AdviceFacts of(AdviceNoteView note, AdviceText text, List<SourceText> suggestions, Reading reading) {
		PartnershipView partnership = reading.partnership(note.partnershipId());
		TableView table = reading.one(ReadModels.TABLES, note.tableId());
		List<Source> sources = Stream.concat(paragraphs(text).map(ParagraphText::source), suggestions.stream().map(SourceText::source)).toList();
		Map<String, OutcomeView> outcomes = reading.byId(ReadModels.OUTCOMES, sources.stream().filter(source -> source.kind() == Source.Kind.OUTCOME).map(Source::id).toList());
		Map<String, MeetingView> meetings = reading.byId(ReadModels.MEETINGS, outcomes.values().stream().map(OutcomeView::meetingId).toList());
		List<MeetingView> replies = reading.first(MOST, ReadModels.MEETINGS, "-plannedOn", new Is("bodyId", note.bodyId().toString()));
		Speech say = reading.speech(List.of(partnership)).meet(Stream.of(), texts(note, text, suggestions, table, Stream.concat(meetings.values().stream(), replies.stream())));
		return new AdviceFacts(note, partnership, table, reading.one(ReadModels.BODIES, note.bodyId()), text, groups(suggestions, outcomes), outcomes, meetings, replies, say);
	}

	private static Stream<ParagraphText> paragraphs(AdviceText text) {
		return text.parts().stream().flatMap(part -> part.paragraphs().stream());
	}

	private static Stream<@Nullable String> texts(AdviceNoteView note, AdviceText text, List<SourceText> suggestions, TableView table, Stream<MeetingView> meetings) {
		Stream<@Nullable String> own = Stream.of(note.title(), table.title(), note.withdrawnBecause(), note.answer() == null ? null : note.answer().reasons());
		Stream<@Nullable String> returns = note.submissions().stream().map(submission -> submission.returned() == null ? null : submission.returned().questions());
		Stream<@Nullable String> written = paragraphs(text).flatMap(paragraph -> Stream.of(paragraph.connection(), paragraph.title(), paragraph.text(), paragraph.now(),
				paragraph.verdict() == null ? null : paragraph.verdict().reasons()));
		Stream<@Nullable String> offered = suggestions.stream().flatMap(source -> Stream.of(source.title(), source.text()));
		return Stream.of(own, returns, written, offered, meetings.<@Nullable String>map(MeetingView::title)).flatMap(Function.identity());
	}

	private static List<Group> groups(List<SourceText> suggestions, Map<String, OutcomeView> outcomes) {
		Stream<Group> said = Stream.of(group("Doelen van de tafel", suggestions, Source.Kind.GOAL), group("Voorstellen", suggestions, Source.Kind.PROPOSAL));
		Map<OutcomeKind, List<SourceText>> byKind = suggestions.stream().filter(source -> outcomes.containsKey(source.source().id().toString()))
				.collect(Collectors.groupingBy(source -> Objects.requireNonNull(outcomes.get(source.source().id().toString())).kind()));
		Stream<Group> came = Stream.of(OutcomeKind.DECISION, OutcomeKind.ACTION, OutcomeKind.INFORMATION)
				.map(kind -> new Group(several(kind), byKind.getOrDefault(kind, List.of())));
		return Stream.concat(said, came).filter(group -> !group.sources().isEmpty()).toList();
	}

	private static Group group(String label, List<SourceText> suggestions, Source.Kind kind) {
		return new Group(label, suggestions.stream().filter(source -> source.source().kind() == kind).toList());
	}

	private static String several(OutcomeKind kind) {
		return switch (kind) {
			case DECISION -> "Besluiten op haar bijeenkomsten";
			case ACTION -> "Acties van haar bijeenkomsten";
			case INFORMATION -> "Wat er op haar bijeenkomsten is gezegd";
		};
	}

	private static String one(OutcomeKind kind) {
		return switch (kind) {
			case DECISION -> "Besluit op";
			case ACTION -> "Actie van";
			case INFORMATION -> "Gezegd op";
		};
	}

	/** Where the words of a source come from. */
	public Origin origin(Source source) {
		return switch (source.kind()) {
			case GOAL -> table.goals().stream().filter(goal -> goal.goalId().value().equals(source.id())).findFirst()
					.map(goal -> ofTable("Doel van", "#doel-" + source.id(), source, goal.wordings())).orElseGet(() -> gone("Doel van"));
			case PROPOSAL -> table.proposals().stream().filter(proposal -> proposal.proposalId().value().equals(source.id())).findFirst()
					.map(proposal -> ofTable("Voorstel van", "#voorstel-" + source.id(), source, proposal.wordings())).orElseGet(() -> gone("Voorstel van"));
			case OUTCOME -> ofMeeting(outcomes.get(source.id().toString()));
		};
	}

	private Origin ofTable(String kind, String anchor, Source source, List<TableView.Wording> wordings) {
		String day = wordings.stream().filter(wording -> wording.number() == source.wording()).findFirst().map(wording -> say.day(wording.on())).orElse("");
		return new Origin(kind, say.words(table.title()), "/tafels/" + table.tableId() + anchor, wordings.size() > 1 ? day + ", verwoording " + source.wording() : day);
	}

	private Origin ofMeeting(@Nullable OutcomeView outcome) {
		MeetingView meeting = outcome == null ? null : meetings.get(outcome.meetingId().toString());
		return outcome == null || meeting == null
				? gone("Uitkomst van")
				: new Origin(one(outcome.kind()), say.words(meeting.title()), "/bijeenkomsten/" + meeting.meetingId() + "#uitkomst-" + outcome.outcomeId(),
						say.day(outcome.agreedOn()));
	}

	private Origin gone(String kind) {
		return new Origin(kind, say.words(table.title()), "/tafels/" + table.tableId(), "");
	}

	/** How many paragraphs there are. */
	public int size() {
		return (int) paragraphs(text).count();
	}

	/** The parts that say something. */
	public List<AdviceText.PartText> parts() {
		return text.parts().stream().filter(part -> !part.paragraphs().isEmpty()).toList();
	}

	/** Which submission this shows, with what the body asked when it sent it back; null for a draft. */
	public AdviceNoteView.@Nullable Submission shown() {
		return note.submissions().stream().filter(submission -> Objects.equals(submission.version(), text.version())).findFirst().orElse(null);
	}

	static List<AdviceNoteView.Paragraph> inOrder(AdviceNoteView note) {
		return Arrays.stream(Part.values()).flatMap(part -> note.paragraphs().stream().filter(paragraph -> paragraph.part() == part)).toList();
	}
}
