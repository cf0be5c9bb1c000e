package nl.ontwikkelagenda.app.pages;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.change.ChangeQuestions;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.change.VisibleChanges.Asked;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.cop.community.CommunityId;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was added, changed and done between two days, of whatever a page is about. */
@Controller
@RequestMapping(DifferencePage.PATH)
class DifferencePage {

	static final String PATH = "/verschillen";

	private final ChangeQuestions questions;
	private final Comparisons comparisons;
	private final SubjectTitles titles;
	private final LookingBack looking;
	private final Dutch dutch;

	DifferencePage(ChangeQuestions questions, Comparisons comparisons, SubjectTitles titles, LookingBack looking, Dutch dutch) {
		this.questions = questions;
		this.comparisons = comparisons;
		this.titles = titles;
		this.looking = looking;
		this.dutch = dutch;
	}

	/**
	 * @param from the day at whose end it begins; a month before the other when left out
	 * @param to   the day at whose end it ends; today when left out
	 */
	@GetMapping
	String between(@RequestParam(required = false) @Nullable String of, @RequestParam(required = false) @Nullable UUID id,
			@RequestParam(required = false) @Nullable PartnershipId partnershipId, @RequestParam(required = false) @Nullable AgendaId agendaId,
			@RequestParam(required = false) @Nullable ThemeId themeId, @RequestParam(required = false) @Nullable TableId tableId,
			@RequestParam(required = false) @Nullable CommunityId communityId, @RequestParam(required = false) @Nullable MeetingId meetingId,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to, Model model) {
		LookingBack.Moment end = looking.to(to);
		LocalDate start = Objects.requireNonNullElseGet(from, () -> end.onDay().minusMonths(1));
		if (!start.isBefore(end.onDay())) {
			throw new InvalidInput("from", "Kies een dag vóór " + dutch.day(end.onDay()) + ".");
		}
		Subject subject = Subject.oneOf(partnershipId, agendaId, themeId, tableId, communityId, meetingId).orElse(null);
		Asked asked = questions.of(of, id, subject);
		model.addAttribute("about", about(of, id, subject)).addAttribute("hidden", hidden(of, id, subject)).addAttribute("from", start).addAttribute("to", end.onDay())
				.addAttribute("today", end.today()).addAttribute("comparison", comparisons.between(asked, start, end.asOf(), end.onDay()));
		return "verschillen";
	}

	private String about(@Nullable String of, @Nullable UUID id, @Nullable Subject subject) {
		if (of != null && id != null) {
			return titles.of(of, id);
		}
		String several = of == null ? null : ViewWords.name(of);
		if (subject == null) {
			return several == null ? "alles wat u mag zien" : several;
		}
		return several == null ? titles.of(subject) : several + " van " + titles.of(subject);
	}

	private static Map<String, Object> hidden(@Nullable String of, @Nullable UUID id, @Nullable Subject subject) {
		Map<String, Object> hidden = new LinkedHashMap<>();
		if (of != null) {
			hidden.put("of", of);
		}
		if (id != null) {
			hidden.put("id", id);
		}
		if (subject != null) {
			hidden.put(subject.parameter(), subject.id());
		}
		return hidden;
	}
}
