package nl.ontwikkelagenda.app.paper;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.meeting.InvitationView;
import nl.ontwikkelagenda.agenda.meeting.ItemStatus;
import nl.ontwikkelagenda.agenda.meeting.ItemView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartView;
import nl.ontwikkelagenda.agenda.meeting.MinutesStatus;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.OutcomeView;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.meeting.Reply;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.Text;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The agenda and the minutes of a meeting. */
@Component
public class MeetingPapers {

	private static final List<Block.Column> ITEMS = List.of(new Block.Column("Nr.", 1, true), Block.Column.of("Onderwerp", 8), Block.Column.of("Inbreng", 4),
			new Block.Column("Minuten", 2, true));
	private static final List<Block.Column> INVITED = List.of(Block.Column.of("Wie", 6), Block.Column.of("Antwoord", 3));
	private static final List<Block.Column> ATTENDANCE = List.of(Block.Column.of("Wie", 6), Block.Column.of("Aanwezigheid", 5));
	private static final List<Block.Column> PROMISES = List.of(Block.Column.of("Afspraak", 4), Block.Column.of("Wie", 3), Block.Column.of("Wat", 5),
			Block.Column.of("Wanneer", 3));

	private final Papers papers;

	MeetingPapers(Papers papers) {
		this.papers = papers;
	}

	/** What is going to be discussed, who is invited, and the documents that go with it. */
	public ResponseEntity<PaperFile> agenda(MeetingId id) {
		MeetingView meeting = papers.seen(ReadModels.MEETINGS, id);
		Writing writing = papers.begin(meeting.partnershipId());
		List<InvitationView> invitations = writing.all(ReadModels.INVITATIONS, "meetingId", id);
		List<ItemView> items = items(writing, id);
		writing.meet(Stream.concat(invitations.stream().map(InvitationView::personId), items.stream().map(ItemView::introducedBy).filter(Objects::nonNull)
				.map(ItemView.IntroducedBy::personId)).filter(Objects::nonNull).toList());
		when(writing, meeting);
		writing.heading(1, "Onderwerpen");
		List<ItemView> standing = items.stream().filter(item -> item.status() != ItemStatus.WITHDRAWN).toList();
		writing.table(ITEMS, IntStream.range(0, standing.size()).mapToObj(place -> item(writing, place + 1, standing.get(place))).toList(),
				"Er staan nog geen onderwerpen op de agenda.");
		attachments(writing, id);
		if (!invitations.isEmpty()) {
			writing.heading(1, "Uitgenodigd");
			writing.table(INVITED,
					invitations.stream().map(invitation -> cells(writing.who(invitation.personId(), invitation.organisationId()), reply(invitation.reply()))).toList(),
					"");
		}
		return papers.finish(writing, "agenda", "Agenda: " + meeting.title(), null, meeting.status() == MeetingStatus.CANCELLED ? "Afgelast" : null);
	}

	/** Who was there, what was said, decided and agreed, and what was put right since. */
	public ResponseEntity<PaperFile> minutes(MeetingId id) {
		MeetingView meeting = papers.seen(ReadModels.MEETINGS, id);
		Writing writing = papers.begin(meeting.partnershipId());
		List<OutcomeView> outcomes = writing.all(ReadModels.OUTCOMES, "meetingId", id);
		MeetingView.Minutes minutes = meeting.minutes();
		writing.meet(Stream.concat(meeting.attendance().stream().flatMap(one -> Stream.of(one.personId(), one.representedBy()).filter(Objects::nonNull)),
				minutes == null ? Stream.of() : minutes.objections().stream().map(MeetingView.Objection::personId)).toList());
		writing.meetOwners(outcomes.stream().flatMap(outcome -> outcome.promises().stream()).map(OutcomeView.Promise::owner).toList());
		when(writing, meeting);
		writing.fact("Vastgesteld", adopted(writing, minutes));
		writing.heading(1, "Aanwezigheid");
		writing.table(ATTENDANCE,
				meeting.attendance().stream().map(attendance -> cells(writing.who(attendance.personId(), attendance.organisationId()), presence(writing, attendance))).toList(),
				"Er is geen aanwezigheid vastgelegd.");
		spoken(writing, id);
		told(writing, outcomes, OutcomeKind.DECISION, "Besluiten");
		told(writing, outcomes, OutcomeKind.INFORMATION, "Ter informatie");
		promises(writing, outcomes);
		corrections(writing, meeting, id);
		objections(writing, minutes);
		attachments(writing, id);
		boolean adopted = minutes != null && minutes.status() == MinutesStatus.ADOPTED;
		return papers.finish(writing, "verslag", "Verslag: " + meeting.title(), null, adopted ? null : "Concept");
	}

	private static void when(Writing writing, MeetingView meeting) {
		BodyView body = writing.one(ReadModels.BODIES, meeting.bodyId());
		writing.fact("Overleg", body == null ? null : body.name());
		String planned = meeting.startsAt() == null ? writing.day(meeting.plannedOn()) : writing.dutch().moment(meeting.startsAt());
		writing.fact("Datum", meeting.happenedOn() == null || meeting.startsAt() != null ? planned : writing.dutch().period(meeting.happenedOn()));
		writing.fact("Plaats", meeting.place());
		if (meeting.status() == MeetingStatus.CANCELLED) {
			writing.fact("Afgelast", meeting.reason());
		}
	}

	private static List<ItemView> items(Writing writing, MeetingId id) {
		return writing.all(ReadModels.ITEMS, "meetingId", id).stream().sorted(Comparator.comparing(ItemView::place)).toList();
	}

	private static List<Text> item(Writing writing, int number, ItemView item) {
		String carried = item.carriedFrom() == null ? "" : " (blijft staan van een eerdere bijeenkomst)";
		return cells(Integer.toString(number), writing.words(item.title()) + carried, introducer(writing, item.introducedBy()),
				item.minutes() == null ? "" : item.minutes().toString());
	}

	private static String introducer(Writing writing, ItemView.@Nullable IntroducedBy by) {
		if (by == null) {
			return "";
		}
		String who = by.personId() == null ? by.description() : writing.who(by.personId(), null);
		return Stream.of(who, by.organisation()).filter(Objects::nonNull).reduce((one, other) -> one + ", " + other).map(writing::words).orElse("");
	}

	private static String reply(@Nullable Reply reply) {
		return switch (reply) {
			case null -> "Nog geen antwoord";
			case YES -> "Komt";
			case NO -> "Komt niet";
			case MAYBE -> "Misschien";
		};
	}

	private static String presence(Writing writing, MeetingView.Attendance attendance) {
		String presence = switch (attendance.presence()) {
			case PRESENT -> "Aanwezig";
			case APOLOGIES -> "Afwezig met bericht";
			case REPRESENTED -> attendance.representedBy() == null ? "Vertegenwoordigd" : "Vertegenwoordigd door " + writing.who(attendance.representedBy(), null);
		};
		return attendance.corrections().isEmpty() ? presence : presence + " (gecorrigeerd)";
	}

	private static void attachments(Writing writing, MeetingId id) {
		List<AttachmentView> standing = writing.all(ReadModels.ATTACHMENTS, "attachedTo", id).stream().filter(attachment -> !attachment.removed()).toList();
		if (!standing.isEmpty()) {
			writing.heading(1, "Stukken");
			writing.blocks().add(new Block.Listing(false, standing.stream()
					.map(one -> one.link() == null ? Text.of(writing.words(one.title())) : Text.link(writing.words(one.title()), one.link().address())).toList()));
		}
	}

	private static @Nullable String adopted(Writing writing, MeetingView.@Nullable Minutes minutes) {
		if (minutes == null || minutes.adoptedOn() == null) {
			return null;
		}
		MeetingView at = writing.one(ReadModels.MEETINGS, minutes.adoptedAt());
		return "op " + writing.day(minutes.adoptedOn()) + (at == null ? ", schriftelijk" : ", in de bijeenkomst " + writing.words(at.title()));
	}

	private static void spoken(Writing writing, MeetingId id) {
		List<MinutesPartView> parts = parts(writing, id);
		writing.heading(1, "Verslag");
		if (parts.isEmpty()) {
			writing.paragraph("Er is geen tekst van een verslag vastgelegd.");
		}
		parts.stream().filter(part -> part.itemId() == null).forEach(part -> writing.text(part.text()));
		for (ItemView item : items(writing, id)) {
			List<MinutesPartView> about = parts.stream().filter(part -> item.itemId().equals(part.itemId())).toList();
			if (!about.isEmpty()) {
				writing.heading(2, item.title());
				about.forEach(part -> writing.text(part.text()));
			}
		}
	}

	private static List<MinutesPartView> parts(Writing writing, MeetingId id) {
		return writing.all(ReadModels.MINUTES, "meetingId", id).stream().sorted(Comparator.comparing(MinutesPartView::recordedAt)).toList();
	}

	private static void told(Writing writing, List<OutcomeView> outcomes, OutcomeKind kind, String heading) {
		List<OutcomeView> told = outcomes.stream().filter(outcome -> outcome.kind() == kind).toList();
		if (!told.isEmpty()) {
			writing.heading(1, heading);
			writing.blocks().add(new Block.Listing(kind == OutcomeKind.DECISION, told.stream()
					.map(one -> Text.strong(writing.words(one.title())).and(one.text() == null ? "" : "\n" + writing.words(one.text()))).toList()));
		}
	}

	private static void promises(Writing writing, List<OutcomeView> outcomes) {
		List<List<Text>> rows = outcomes.stream()
				.flatMap(outcome -> outcome.promises().stream().map(promise -> cells(writing.words(outcome.title()), writing.owner(promise.owner()),
						writing.words(promise.what()), promise.deadline() == null ? "Niets afgesproken" : writing.words(promise.deadline().phrase()))))
				.toList();
		if (!rows.isEmpty()) {
			writing.heading(1, "Afspraken");
			writing.table(PROMISES, rows, "");
		}
	}

	private static void corrections(Writing writing, MeetingView meeting, MeetingId id) {
		List<Text> corrections = new ArrayList<>();
		for (MinutesPartView part : parts(writing, id)) {
			ItemView item = writing.one(ReadModels.ITEMS, part.itemId());
			part.corrections().forEach(one -> corrections.add(Text.strong(writing.day(one.correctedOn()) + (item == null ? "" : ", bij " + writing.words(item.title())) + ": ")
					.and(writing.words(one.text()) + "\nReden: " + writing.words(one.reason()))));
		}
		meeting.attendance().forEach(attendance -> attendance.corrections().forEach(one -> corrections.add(Text.strong(writing.day(one.correctedOn()) + ", aanwezigheid van "
				+ writing.who(attendance.personId(), attendance.organisationId()) + ": ").and("eerst " + earlier(one.was()) + ".\nReden: " + writing.words(one.reason())))));
		if (!corrections.isEmpty()) {
			writing.heading(1, "Correcties na de vaststelling");
			writing.blocks().add(new Block.Listing(false, corrections));
		}
	}

	private static String earlier(@Nullable Presence was) {
		return switch (was) {
			case null -> "niet vastgelegd";
			case PRESENT -> "aanwezig";
			case APOLOGIES -> "afwezig met bericht";
			case REPRESENTED -> "vertegenwoordigd";
		};
	}

	private static void objections(Writing writing, MeetingView.@Nullable Minutes minutes) {
		if (minutes == null || minutes.objections().isEmpty()) {
			return;
		}
		writing.heading(1, "Bezwaren tegen het verslag");
		writing.blocks()
				.add(new Block.Listing(false, minutes.objections().stream().map(one -> Text.strong(writing.who(one.personId(), null) + ", " + writing.day(one.raisedOn()) + ": ")
						.and(writing.words(one.text()) + (one.settlement() == null ? "" : "\nAfgedaan: " + writing.words(one.settlement())))).toList()));
	}

	private static List<Text> cells(String... texts) {
		return Stream.of(texts).map(Text::of).toList();
	}
}
