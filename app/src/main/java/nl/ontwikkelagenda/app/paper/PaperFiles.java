package nl.ontwikkelagenda.app.paper;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.exchange.PaperPress;
import nl.ontwikkelagenda.app.exchange.PartnershipFiles;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Every paper of a partnership: its action list, the decision list of each body and year, agendas and minutes of meetings, and advice. */
@Component
class PaperFiles implements PartnershipFiles {

	private final ListPapers lists;
	private final MeetingPapers meetings;
	private final AdvicePapers advice;
	private final Answers answers;
	private final PaperPress press;

	PaperFiles(ListPapers lists, MeetingPapers meetings, AdvicePapers advice, Answers answers, PaperPress press) {
		this.lists = lists;
		this.meetings = meetings;
		this.advice = advice;
		this.answers = answers;
		this.press = press;
	}

	@Override
	public Stream<StreamedFile> of(PartnershipId partnership) {
		return Stream.of(Stream.of(paper("actielijst", () -> lists.actionsOf(partnership))), all(ReadModels.BODIES, partnership).flatMap(this::decisions),
				all(ReadModels.MEETINGS, partnership).flatMap(this::meeting), all(ReadModels.ADVICE_NOTES, partnership)
						.map(note -> paper("adviezen/" + PartnershipFiles.name(note.title(), note.adviceNoteId().value()), () -> advice.note(note.adviceNoteId(), null))))
				.flatMap(files -> files);
	}

	private <D> Stream<D> all(ReadModel<D, ?> view, PartnershipId partnership) {
		return answers.everything(view, Map.of("partnershipId", partnership), List.of()).flatMap(List::stream);
	}

	private Stream<StreamedFile> decisions(BodyView body) {
		String directory = "besluitenlijsten/" + PartnershipFiles.name(body.name(), body.bodyId().value()) + "/";
		return answers.everything(ReadModels.DECISIONS, Map.of("bodyId", body.bodyId()), List.of()).flatMap(List::stream).map(DecisionView::year).distinct().sorted()
				.map(year -> paper(directory + year, () -> lists.decisions(body.bodyId(), year)));
	}

	private Stream<StreamedFile> meeting(MeetingView meeting) {
		String directory = "bijeenkomsten/" + meeting.plannedOn() + "-" + PartnershipFiles.name(meeting.title(), meeting.meetingId().value()) + "/";
		StreamedFile agenda = paper(directory + "agenda", () -> meetings.agenda(meeting.meetingId()));
		return meeting.status() == MeetingStatus.HELD ? Stream.of(agenda, paper(directory + "verslag", () -> meetings.minutes(meeting.meetingId()))) : Stream.of(agenda);
	}

	private StreamedFile paper(String name, Supplier<ResponseEntity<PaperFile>> made) {
		return new StreamedFile(name + "." + PaperFormat.PDF.ending(), PaperFormat.PDF.mediaType(),
				out -> out.write(press.make(Objects.requireNonNull(made.get().getBody()).paper(), PaperFormat.PDF)));
	}
}
