package nl.ontwikkelagenda.app.agenda;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.constraints.PastOrPresent;
import nl.ontwikkelagenda.agenda.attachment.AttachedLink;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.AttachLink;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.RemoveAttachment;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.attachment.KeptFiles;
import nl.ontwikkelagenda.app.attachment.Uploads;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
class AttachmentController {

	private final Answers answers;
	private final Today today;
	private final KeptFiles files;
	private final Uploads uploads;

	AttachmentController(Answers answers, Today today, KeptFiles files, Uploads uploads) {
		this.answers = answers;
		this.today = today;
		this.files = files;
		this.uploads = uploads;
	}

	/** @param consultedOn absent means today */
	record Linking(@Nullable AttachmentId id, @Words(max = 200, lines = false) FreeText title, @Words(max = 2000, lines = false) FreeText address,
			@Nullable @PastOrPresent LocalDate consultedOn) {
	}

	@PostMapping("/meetings/{id}/attachments")
	ResponseEntity<AttachmentView> link(@PathVariable MeetingId id, @RequestBody Linking link) {
		AttachmentId attachmentId = Objects.requireNonNullElseGet(link.id(), () -> new AttachmentId(Ids.next()));
		PartnershipId partnershipId = answers.known(ReadModels.MEETINGS, id).partnershipId();
		return answers.created(
				new AttachLink(attachmentId, partnershipId, id.value(), link.title(), new AttachedLink(link.address(), today.or(link.consultedOn()))), ReadModels.ATTACHMENTS,
				attachmentId);
	}

	/** The bytes of a file, with its name in Content-Disposition; its type is read from its content. */
	@PostMapping(path = "/meetings/{id}/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	ResponseEntity<AttachmentView> upload(@PathVariable MeetingId id, @RequestHeader(HttpHeaders.CONTENT_DISPOSITION) String disposition, @RequestBody byte[] content) {
		return attach(answers.known(ReadModels.MEETINGS, id).partnershipId(), id.value(), disposition, content);
	}

	/** As for a meeting; a picture can become the logo of the partnership. Of SVG only shapes and texts are taken. */
	@PostMapping(path = "/partnerships/{id}/files", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	ResponseEntity<AttachmentView> upload(@PathVariable PartnershipId id, @RequestHeader(HttpHeaders.CONTENT_DISPOSITION) String disposition, @RequestBody byte[] content) {
		return attach(answers.known(ReadModels.PARTNERSHIPS, id).partnershipId(), id.value(), disposition, content);
	}

	private ResponseEntity<AttachmentView> attach(PartnershipId partnershipId, UUID attachedTo, String disposition, byte[] content) {
		AttachmentId attachmentId = new AttachmentId(Ids.next());
		return answers.created(uploads.take(disposition, content).to(attachmentId, partnershipId, attachedTo), ReadModels.ATTACHMENTS, attachmentId);
	}

	@GetMapping("/partnerships/{id}/attachments")
	ResponseEntity<Listed<AttachmentView>> ofPartnership(@PathVariable PartnershipId id) {
		return answers.list(ReadModels.ATTACHMENTS, Map.of("attachedTo", id));
	}

	@GetMapping("/meetings/{id}/attachments")
	ResponseEntity<Listed<AttachmentView>> ofMeeting(@PathVariable MeetingId id) {
		return answers.list(ReadModels.ATTACHMENTS, Map.of("attachedTo", id));
	}

	@GetMapping("/attachments")
	ResponseEntity<Listed<AttachmentView>> list() {
		return answers.list(ReadModels.ATTACHMENTS);
	}

	@GetMapping("/attachments/{id}")
	ResponseEntity<AttachmentView> one(@PathVariable AttachmentId id) {
		return answers.one(ReadModels.ATTACHMENTS, id);
	}

	@DeleteMapping("/attachments/{id}")
	ResponseEntity<AttachmentView> remove(@PathVariable AttachmentId id) {
		return answers.changed(new RemoveAttachment(id, null), ReadModels.ATTACHMENTS, id);
	}

	/** For everybody who can see the attachment; never to be shown by a browser, whatever it holds. */
	@GetMapping(path = "/attachments/{id}/content", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
	@MayRead(anyone = true)
	ResponseEntity<byte[]> download(@PathVariable AttachmentId id) {
		return files.download(answers.seen(ReadModels.ATTACHMENTS, id));
	}
}
