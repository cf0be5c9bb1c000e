package nl.ontwikkelagenda.app.membership;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.AttachFile;
import nl.ontwikkelagenda.agenda.attachment.AttachmentCommand.RemoveAttachment;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.partnership.Colour;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.ChooseHouseStyle;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.attachment.Upload;
import nl.ontwikkelagenda.app.attachment.Uploads;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.FormFile;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Forms.Powers;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.reporting.paper.HouseStyle;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** How the papers and pages of a partnership look: its colours, and its logo out of the pictures that were added here. */
@Controller
@RequestMapping("/samenwerkingsverbanden/{id}/huisstijl")
class HouseStylePage {

	private static final int TEXT = 4_000;
	private static final String PICTURES = "image/";

	private final Reading.Desk desk;
	private final Forms forms;
	private final Uploads uploads;
	private final Today today;

	HouseStylePage(Reading.Desk desk, Forms forms, Uploads uploads, Today today) {
		this.desk = desk;
		this.forms = forms;
		this.uploads = uploads;
		this.today = today;
	}

	@GetMapping
	ModelAndView show(@PathVariable PartnershipId id, @RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.about(ReadModels.PARTNERSHIPS, id, asOf);
		PartnershipView partnership = reading.partnership(id);
		PartnershipView.HouseStyle chosen = partnership.houseStyle();
		Powers powers = forms.powers(id);
		boolean past = reading.moment().past();
		List<Choice> pictures = reading.all(ReadModels.ATTACHMENTS, new Is("attachedTo", id.toString())).stream().filter(HouseStylePage::isPicture)
				.map(each -> new Choice(each.attachmentId().toString(), each.title())).toList();
		return new ModelAndView("huisstijl").addObject("partnership", partnership).addObject("chosen", chosen).addObject("pictures", pictures)
				.addObject("colour", chosen == null ? HouseStyle.COLOUR : chosen.colour()).addObject("tint", chosen == null ? HouseStyle.TINT : chosen.tint())
				.addObject("choose", !past && powers.may(ChooseHouseStyle.class)).addObject("add", !past && powers.may(AttachFile.class))
				.addObject("say", reading.speech(List.of(partnership))).addAllObjects(reading.moment().attributes());
	}

	private static boolean isPicture(AttachmentView attachment) {
		return !attachment.removed() && attachment.file() != null && attachment.file().type().startsWith(PICTURES);
	}

	@PostMapping
	ModelAndView choose(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, forms.read("stijl", typed), form -> new ChooseHouseStyle(id, colour(form, "colour", HouseStyle.COLOUR), colour(form, "tint", HouseStyle.TINT),
				form.idOrNone("logoId", Function.<UUID>identity()), today.date()));
	}

	private static Colour colour(Form form, String field, String usual) {
		try {
			return new Colour(form.typed(field).strip());
		} catch (IllegalArgumentException e) {
			form.wrong(field, "Kies een kleur, of schrijf haar als #154273.");
			return new Colour(usual);
		}
	}

	@PostMapping("/afbeeldingen")
	ModelAndView add(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed, @RequestParam(required = false) @Nullable MultipartFile file) {
		desk.about(ReadModels.PARTNERSHIPS, id, null);
		Form form = forms.read("afbeelding", typed);
		Optional<Upload> upload = FormFile.read(form, "file", file, chosen -> uploads.take("file", chosen.name(), chosen.content()));
		upload.filter(found -> !found.file().type().startsWith(PICTURES)).ifPresent(other -> form.wrong("file", "Kies een afbeelding: svg, png of jpg."));
		AttachmentId attachment = new AttachmentId(Ids.next());
		return send(id, form, each -> upload.<Object>map(found -> found.to(attachment, id, id.value())).orElse(each));
	}

	@PostMapping("/afbeeldingen/verwijdering")
	ModelAndView remove(@PathVariable PartnershipId id, @RequestParam MultiValueMap<String, String> typed) {
		return send(id, forms.read("weg", typed), form -> {
			AttachmentId picture = form.id("attachmentId", AttachmentId::new);
			if (!form.isWrong() && !desk.about(ReadModels.ATTACHMENTS, picture, null).one(ReadModels.ATTACHMENTS, picture).attachedTo().equals(id.value())) {
				form.wrong("attachmentId", "Kies een afbeelding van dit samenwerkingsverband.");
			}
			return new RemoveAttachment(picture, form.textOrNone("reason", TEXT));
		});
	}

	private ModelAndView send(PartnershipId id, Form form, Function<Form, Object> command) {
		return forms.send(form, command, "/samenwerkingsverbanden/" + id + "/huisstijl", () -> show(id, null));
	}
}
