package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.meeting.ItemId;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DiscussSource;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.SourceId;
import nl.ontwikkelagenda.agenda.meeting.SourceView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
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
class SourceController {

	private final Answers answers;
	private final Today today;

	SourceController(Answers answers, Today today) {
		this.answers = answers;
		this.today = today;
	}

	/**
	 * @param address      where it can be read; absent when it is attached
	 * @param attachmentId the attachment that it is; absent when it has an address
	 * @param consultedOn  absent means today
	 */
	record Discussing(@Nullable SourceId id, @Words(max = 200, lines = false) FreeText title, @Nullable @Words(max = 2000, lines = false) FreeText address,
			@Nullable AttachmentId attachmentId, @Nullable @PastOrPresent LocalDate consultedOn, @Nullable ItemId itemId) {
	}

	@PostMapping("/meetings/{id}/sources")
	ResponseEntity<SourceView> discuss(@PathVariable MeetingId id, @RequestBody Discussing source) {
		SourceId sourceId = Objects.requireNonNullElseGet(source.id(), () -> new SourceId(Ids.next()));
		return answers.created(
				new DiscussSource(id, sourceId, source.title(), source.address(), source.attachmentId(), today.or(source.consultedOn()), source.itemId()), ReadModels.SOURCES,
				sourceId);
	}

	@GetMapping("/meetings/{id}/sources")
	ResponseEntity<Listed<SourceView>> ofMeeting(@PathVariable MeetingId id) {
		return answers.list(ReadModels.SOURCES, Map.of("meetingId", id));
	}

	@GetMapping("/sources")
	ResponseEntity<Listed<SourceView>> list() {
		return answers.list(ReadModels.SOURCES);
	}

	@GetMapping("/sources/{id}")
	ResponseEntity<SourceView> one(@PathVariable SourceId id) {
		return answers.one(ReadModels.SOURCES, id);
	}
}
