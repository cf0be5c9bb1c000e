package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.meeting.ItemId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AdoptMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.AdoptMinutesInWriting;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CorrectMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DraftMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RaiseObjection;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.RecordMinutes;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.SendMinutesRound;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.SettleObjection;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartId;
import nl.ontwikkelagenda.agenda.meeting.MinutesPartView;
import nl.ontwikkelagenda.agenda.meeting.ObjectionId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.paper.MeetingPapers;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
class MinutesController {

	private final Answers answers;
	private final Today today;
	private final MeetingPapers papers;

	MinutesController(Answers answers, Today today, MeetingPapers papers) {
		this.answers = answers;
		this.today = today;
		this.papers = papers;
	}

	/**
	 * @param id     of a part that is written anew; absent for a new part
	 * @param itemId the item that it is about; absent for the meeting as a whole
	 */
	record Draft(@Nullable MinutesPartId id, @Nullable ItemId itemId, @Words(max = 20000) FreeText text) {
	}

	/** @param recordedOn absent means today */
	record Recording(@Nullable @PastOrPresent LocalDate recordedOn) {
	}

	/**
	 * @param sentOn          absent means today
	 * @param objectionsUntil the last day on which an objection can be raised
	 */
	record Circulating(@Nullable @PastOrPresent LocalDate sentOn, LocalDate objectionsUntil) {
	}

	/** @param raisedOn absent means today */
	record Objecting(@Nullable ObjectionId id, FreeText text, @Nullable @PastOrPresent LocalDate raisedOn) {
	}

	/** @param settledOn absent means today */
	record Settling(FreeText how, @Nullable @PastOrPresent LocalDate settledOn) {
	}

	/**
	 * @param meetingId the later meeting of the same body at which they were adopted; absent when that was done in writing
	 * @param adoptedOn when they were adopted in writing; absent means today
	 */
	record Adopting(@Nullable MeetingId meetingId, @Nullable @PastOrPresent LocalDate adoptedOn) {
	}

	/** @param correctedOn absent means today */
	record Correcting(@Words(max = 20000) FreeText text, FreeText reason, @Nullable @PastOrPresent LocalDate correctedOn) {
	}

	@PostMapping("/meetings/{id}/minutes")
	ResponseEntity<MinutesPartView> draft(@PathVariable MeetingId id, @RequestBody Draft draft) {
		MinutesPartId partId = Objects.requireNonNullElseGet(draft.id(), () -> new MinutesPartId(Ids.next()));
		return answers.created(new DraftMinutes(id, partId, draft.itemId(), draft.text()), ReadModels.MINUTES, partId);
	}

	@GetMapping("/meetings/{id}/minutes")
	ResponseEntity<Listed<MinutesPartView>> ofMeeting(@PathVariable MeetingId id) {
		return answers.list(ReadModels.MINUTES, Map.of("meetingId", id));
	}

	/** All of the minutes, with who was there, what came out of it and what was put right since. */
	@Hidden
	@GetMapping(path = "/meetings/{id}/minutes", produces = {PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE})
	@MayRead(anyone = true)
	ResponseEntity<PaperFile> paper(@PathVariable MeetingId id) {
		return papers.minutes(id);
	}

	@GetMapping("/minutes")
	ResponseEntity<Listed<MinutesPartView>> list() {
		return answers.list(ReadModels.MINUTES);
	}

	@GetMapping("/minutes/{id}")
	ResponseEntity<MinutesPartView> one(@PathVariable MinutesPartId id) {
		return answers.one(ReadModels.MINUTES, id);
	}

	@PostMapping("/minutes/{id}/corrections")
	ResponseEntity<MinutesPartView> correct(@PathVariable MinutesPartId id, @RequestBody Correcting correction) {
		return answers.created(new CorrectMinutes(answers.known(ReadModels.MINUTES, id).meetingId(), id, correction.text(), correction.reason(),
				today.or(correction.correctedOn())), ReadModels.MINUTES, id);
	}

	@PostMapping("/meetings/{id}/minutes/recording")
	ResponseEntity<MeetingView> record(@PathVariable MeetingId id, @RequestBody Recording recording) {
		return answers.created(new RecordMinutes(id, today.or(recording.recordedOn())), ReadModels.MEETINGS, id);
	}

	@PostMapping("/meetings/{id}/minutes/circulation")
	ResponseEntity<MeetingView> sendRound(@PathVariable MeetingId id, @RequestBody Circulating circulation) {
		return answers.created(new SendMinutesRound(id, today.or(circulation.sentOn()), circulation.objectionsUntil()), ReadModels.MEETINGS, id);
	}

	@PostMapping("/meetings/{id}/objections")
	ResponseEntity<MeetingView> object(@PathVariable MeetingId id, @RequestBody Objecting objection) {
		ObjectionId objectionId = Objects.requireNonNullElseGet(objection.id(), () -> new ObjectionId(Ids.next()));
		return answers.created(new RaiseObjection(id, objectionId, Caller.required().personId(), objection.text(), today.or(objection.raisedOn())), ReadModels.MEETINGS, id);
	}

	@PostMapping("/meetings/{id}/objections/{objectionId}/settlement")
	ResponseEntity<MeetingView> settle(@PathVariable MeetingId id, @PathVariable ObjectionId objectionId, @RequestBody Settling settlement) {
		return answers.created(new SettleObjection(id, objectionId, settlement.how(), today.or(settlement.settledOn())), ReadModels.MEETINGS, id);
	}

	@PostMapping("/meetings/{id}/adoption")
	ResponseEntity<MeetingView> adopt(@PathVariable MeetingId id, @RequestBody Adopting adoption) {
		if (adoption.meetingId() != null) {
			if (adoption.adoptedOn() != null) {
				throw new InvalidInput("adoptedOn", "Laat deze datum weg: het verslag is vastgesteld op de dag van de bijeenkomst.");
			}
			return answers.created(new AdoptMinutes(id, adoption.meetingId()), ReadModels.MEETINGS, id);
		}
		return answers.created(new AdoptMinutesInWriting(id, today.or(adoption.adoptedOn())), ReadModels.MEETINGS, id);
	}
}
