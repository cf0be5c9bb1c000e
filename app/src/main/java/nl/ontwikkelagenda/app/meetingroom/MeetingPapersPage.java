package nl.ontwikkelagenda.app.meetingroom;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.attachment.AttachedLink;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.AttachLink;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.RemoveAttachment;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.meeting.ItemId;
import nl.ontwikkelagenda.agenda.meeting.ItemView;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.DiscussSource;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.SourceId;
import nl.ontwikkelagenda.agenda.meeting.SourceView;
import nl.ontwikkelagenda.app.attachment.KeptFiles;
import nl.ontwikkelagenda.app.attachment.Upload;
import nl.ontwikkelagenda.app.attachment.Uploads;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.FormFile;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** What belongs to a meeting to be read: files and links that were added, and sources that were talked about. */
@Controller
@RequestMapping("/bijeenkomsten/{id}/stukken")
class MeetingPapersPage {

	private static final int LINE = 200;
	private static final int WEB_ADDRESS = 2_000;
	private static final int TEXT = 4_000;
	private static final int KILOBYTE = 1_024;

	private final Reading.Desk desk;
	private final KeptFiles files;
	private final Forms forms;
	private final Uploads uploads;

	MeetingPapersPage(Reading.Desk desk, KeptFiles files, Forms forms, Uploads uploads) {
		this.desk = desk;
		this.files = files;
		this.forms = forms;
		this.uploads = uploads;
	}

	/**
	 * A file or a link.
	 *
	 * @param address where it can be read, a path for a file
	 * @param about   what kind of file and how large, or when the link was followed last
	 */
	public record Paper(AttachmentId id, String title, String address, boolean elsewhere, String about) {
	}

	/** @param address where it can be read; null when that is not known any more */
	public record Source(String title, @Nullable String address, String consulted, @Nullable String item) {
	}

	@GetMapping
	ModelAndView show(@PathVariable MeetingId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.about(ReadModels.MEETINGS, id, asOf);
		MeetingView meeting = reading.one(ReadModels.MEETINGS, id);
		boolean keeps = !reading.moment().past() && forms.powers(meeting.partnershipId()).may(AttachLink.class);
		List<Paper> papers = reading.all(ReadModels.ATTACHMENTS, new Is("attachedTo", id.toString())).stream().filter(each -> !each.removed())
				.sorted(Comparator.comparing(AttachmentView::addedAt)).map(each -> paper(id, each, reading)).toList();
		Map<ItemId, String> items = reading.all(ReadModels.ITEMS, new Is("meetingId", id.toString())).stream().collect(Collectors.toMap(ItemView::itemId, ItemView::title));
		Map<AttachmentId, Paper> byId = papers.stream().collect(Collectors.toMap(Paper::id, Function.identity()));
		List<Source> sources = reading.all(ReadModels.SOURCES, new Is("meetingId", id.toString())).stream().sorted(Comparator.comparing(SourceView::title))
				.map(each -> source(each, items, byId, reading)).toList();
		return new ModelAndView("stukken").addObject("meeting", meeting).addObject("partnership", reading.partnership(meeting.partnershipId())).addObject("keeps", keeps)
				.addObject("say", reading.speech(List.of()).meet(Stream.of(), Stream.concat(Stream.of(meeting.title()), items.values().stream()))).addObject("papers", papers)
				.addObject("sources", sources)
				.addObject("attached", papers.stream().map(each -> new Choice(each.id().toString(), each.title())).toList())
				.addObject("items",
						items.entrySet().stream().map(item -> new Choice(item.getKey().toString(), item.getValue())).sorted(Comparator.comparing(Choice::label)).toList())
				.addAllObjects(reading.moment().attributes());
	}

	private static Paper paper(MeetingId meeting, AttachmentView view, Reading reading) {
		AttachmentView.File file = view.file();
		AttachmentView.Link link = view.link();
		if (link != null) {
			return new Paper(view.attachmentId(), view.title(), link.address(), true, "bekeken op " + reading.speech(List.of()).day(link.consultedOn()));
		}
		String name = Objects.requireNonNull(file).name();
		String kind = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
		return new Paper(view.attachmentId(), view.title(), "/bijeenkomsten/" + meeting + "/stukken/" + view.attachmentId() + "/bestand." + kind.toLowerCase(Locale.ROOT), false,
				kind + ", " + size(file.size()));
	}

	private static String size(long bytes) {
		long kilobytes = Math.max(1, bytes / KILOBYTE);
		long tenths = kilobytes * 10 / KILOBYTE;
		return kilobytes < KILOBYTE ? kilobytes + " kB" : tenths / 10 + "," + tenths % 10 + " MB";
	}

	private static Source source(SourceView view, Map<ItemId, String> items, Map<AttachmentId, Paper> papers, Reading reading) {
		Paper attached = view.attachmentId() == null ? null : papers.get(view.attachmentId());
		return new Source(view.title(), attached == null ? view.address() : attached.address(), reading.speech(List.of()).day(view.consultedOn()),
				view.itemId() == null ? null : items.get(view.itemId()));
	}

	/** A file to take along, with the name that it had where it came from. */
	@GetMapping("/{attachment}/{name:bestand\\.[a-z]+}")
	ResponseEntity<byte[]> download(@PathVariable MeetingId id, @PathVariable AttachmentId attachment, @RequestParam(required = false) @Nullable LocalDate asOf) {
		AttachmentView found = desk.about(ReadModels.ATTACHMENTS, attachment, asOf).one(ReadModels.ATTACHMENTS, attachment);
		if (!found.attachedTo().equals(id.value())) {
			throw new NotFound();
		}
		return files.download(found);
	}

	@PostMapping("/bestanden")
	ModelAndView upload(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file) {
		MeetingView meeting = meeting(id);
		Form form = forms.read("bestand", typed);
		Optional<Upload> upload = FormFile.read(form, "file", file, chosen -> uploads.take("file", chosen.name(), chosen.content()));
		AttachmentId attachment = new AttachmentId(Ids.next());
		return send(id, form, each -> upload.<Object>map(found -> found.to(attachment, meeting.partnershipId(), id.value())).orElse(each));
	}

	@PostMapping("/koppelingen")
	ModelAndView link(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		MeetingView meeting = meeting(id);
		AttachmentId attachment = new AttachmentId(Ids.next());
		return send(id, forms.read("koppeling", typed), form -> new AttachLink(attachment, meeting.partnershipId(), id.value(), form.line("title", LINE),
				new AttachedLink(form.line("address", WEB_ADDRESS), form.dayOrToday("consultedOn"))));
	}

	@PostMapping("/{attachment}/verwijdering")
	ModelAndView remove(@PathVariable MeetingId id, @PathVariable AttachmentId attachment, @RequestParam MultiValueMap<String, String> typed) {
		if (!desk.about(ReadModels.ATTACHMENTS, attachment, null).one(ReadModels.ATTACHMENTS, attachment).attachedTo().equals(id.value())) {
			throw new NotFound();
		}
		return send(id, forms.read("weg-" + attachment, typed), form -> new RemoveAttachment(attachment, form.textOrNone("reason", TEXT)));
	}

	@PostMapping("/bronnen")
	ModelAndView discuss(@PathVariable MeetingId id, @RequestParam MultiValueMap<String, String> typed) {
		SourceId source = new SourceId(Ids.next());
		return send(id, forms.read("bron", typed), form -> {
			AttachmentId attachment = form.idOrNone("attachmentId", AttachmentId::new);
			return new DiscussSource(id, source, form.line("title", LINE), attachment == null ? form.line("address", WEB_ADDRESS) : null, attachment,
					form.dayOrToday("consultedOn"), form.idOrNone("itemId", ItemId::new));
		});
	}

	private MeetingView meeting(MeetingId id) {
		return desk.about(ReadModels.MEETINGS, id, null).one(ReadModels.MEETINGS, id);
	}

	private ModelAndView send(MeetingId id, Form form, Function<Form, Object> command) {
		return forms.send(form, command, "/bijeenkomsten/" + id + "/stukken", () -> show(id, null));
	}
}
