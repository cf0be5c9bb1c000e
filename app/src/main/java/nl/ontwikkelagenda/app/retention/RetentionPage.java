package nl.ontwikkelagenda.app.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where who administers the installation decides on what may be kept too long. */
@Controller
@RequestMapping("/beheer/bewaartermijnen")
@WithoutAsOf("Bewaartermijnen zijn er alleen zoals ze nu zijn; laat asOf weg.")
class RetentionPage {

	private static final String BACK = "/beheer/bewaartermijnen";
	private static final int REASON = 400;

	private final RetentionProposals proposals;
	private final RetentionPeriods periods;
	private final People people;
	private final Forms forms;
	private final Today today;
	private final Dutch dutch;

	RetentionPage(RetentionProposals proposals, RetentionPeriods periods, People people, Forms forms, Today today, Dutch dutch) {
		this.proposals = proposals;
		this.periods = periods;
		this.people = people;
		this.forms = forms;
		this.today = today;
		this.dutch = dutch;
	}

	/**
	 * A proposal in words.
	 *
	 * @param action what accepting it does
	 */
	public record Shown(RetentionProposal proposal, String who, String title, String action, String since, @Nullable String decided) {
	}

	@GetMapping
	ModelAndView show() {
		List<RetentionProposal> all = proposals.list(null);
		Map<PersonId, String> names = people.names(all.stream().flatMap(one -> Stream.of(one.personId(), one.decidedBy())).filter(Objects::nonNull).toList());
		List<Shown> shown = all.stream().map(one -> shown(one, names)).toList();
		return new ModelAndView("bewaartermijnen").addObject("open", shown.stream().filter(one -> one.proposal().state() == RetentionProposal.State.OPEN).toList())
				.addObject("past", shown.stream().filter(one -> one.proposal().state() != RetentionProposal.State.OPEN).toList()).addObject("periods", periods)
				.addObject("tomorrow", today.date().plusDays(1));
	}

	@PostMapping("/{id}/verwijderen")
	ModelAndView remove(@PathVariable RetentionProposalId id, @RequestParam MultiValueMap<String, String> typed) {
		return forms.keep(forms.read("verwijder-" + id, typed), () -> proposals.remove(id, Caller.required().personId()), BACK, this::show);
	}

	@PostMapping("/{id}/bewaren")
	ModelAndView keep(@PathVariable RetentionProposalId id, @RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read("bewaar-" + id, typed);
		return forms.keep(form, () -> {
			String reason = form.text("reason", REASON).text();
			LocalDate until = form.dayOrNone("until");
			if (until == null || !until.isAfter(today.date())) {
				form.wrong("until", "Kies een dag na vandaag.");
			} else if (!form.isWrong()) {
				proposals.keep(id, Caller.required().personId(), reason, until);
			}
		}, BACK, this::show);
	}

	private Shown shown(RetentionProposal proposal, Map<PersonId, String> names) {
		String by = proposal.decidedBy() == null ? "" : ", door " + names.get(proposal.decidedBy());
		String decided = switch (proposal.state()) {
			case OPEN -> null;
			case REMOVED -> "Verwijderd" + by;
			case KEPT -> "Bewaard tot " + dutch.day(Objects.requireNonNull(proposal.keptUntil())) + by + ": " + proposal.reason();
			case LAPSED -> "Vervallen: weer in gebruik, of al weg";
		};
		String who = proposal.personId() == null ? title(proposal, "") : names.getOrDefault(proposal.personId(), People.ERASED);
		return new Shown(proposal, who, title(proposal, who), action(proposal.kind()), dutch.day(proposal.unusedSince()), decided);
	}

	private static String title(RetentionProposal proposal, String who) {
		return switch (proposal.kind()) {
			case PERSON -> "Persoon: " + who;
			case CLOSED_ACCOUNT -> "Gesloten account van " + who;
			case UNUSED_ACCOUNT -> "Ongebruikt account van " + who;
			case ACCESSES -> "Inzages, exports en weigeringen: " + proposal.rows();
			case CORRECTIONS -> "Verbeteringen van het personenregister: " + proposal.rows();
			case IMPORTS -> "Ingelezen bestanden met acties: " + proposal.rows();
			case DROPPED_WORK -> "Werk dat is opgegeven: " + proposal.rows();
		};
	}

	private static String action(RetentionProposal.Kind kind) {
		return switch (kind) {
			case PERSON -> "Wis deze persoon";
			case CLOSED_ACCOUNT -> "Verwijder dit account";
			case UNUSED_ACCOUNT -> "Sluit dit account";
			case ACCESSES, CORRECTIONS, IMPORTS, DROPPED_WORK -> "Verwijder wat over de termijn is";
		};
	}
}
