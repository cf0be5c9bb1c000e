package nl.ontwikkelagenda.app.feed;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody makes addresses for his feed reader, and stops them. */
@Controller
@RequestMapping(ChangeFeedsPage.PATH)
@WithoutAsOf("Meldingen zijn er alleen zoals ze nu zijn; laat asOf weg.")
class ChangeFeedsPage {

	static final String PATH = "/meldingen";

	private final ChangeFeeds feeds;
	private final Readers readers;
	private final Subjects subjects;
	private final Dutch dutch;

	ChangeFeedsPage(ChangeFeeds feeds, Readers readers, Subjects subjects, Dutch dutch) {
		this.feeds = feeds;
		this.readers = readers;
		this.subjects = subjects;
		this.dutch = dutch;
	}

	/** A feed as the page shows it; one of what he does not see any more says nothing until he does. */
	public record Shown(ChangeFeedId id, String title, boolean seen, String madeOn) {
	}

	@GetMapping
	String all(Model model) {
		return shown(model, null);
	}

	/** @param onderwerp empty for what is one's own */
	@PostMapping
	String open(@RequestParam(defaultValue = "") String onderwerp, Model model) {
		PersonId caller = Caller.required().personId();
		ChangeFeedId id = new ChangeFeedId(Ids.next());
		if (onderwerp.isEmpty()) {
			return shown(model, feeds.open(id, caller, Subject.Kind.PERSON, null).address());
		}
		Subject subject = Subjects.chosen("onderwerp", onderwerp);
		return shown(model, feeds.open(id, caller, subject.kind(), subject.id()).address());
	}

	@PostMapping("/{id}/intrekken")
	String revoke(@PathVariable ChangeFeedId id) {
		feeds.revoke(id, Caller.required().personId());
		return "redirect:" + PATH;
	}

	private String shown(Model model, @Nullable String address) {
		PersonId caller = Caller.required().personId();
		model.addAttribute("feeds", feeds.of(caller).stream().map(this::shown).toList())
				.addAttribute("groups", subjects.within(readers.partnerships(ReadModels.PARTNERSHIPS, caller))).addAttribute("address", address);
		return "meldingen";
	}

	private Shown shown(ChangeFeed feed) {
		Subjects.Followed followed = feed.kind().view().map(view -> subjects.followed(view, feed.subject().id()))
				.orElseGet(() -> new Subjects.Followed(subjects.title(feed.subject()), true));
		return new Shown(feed.changeFeedId(), followed.title(), followed.seen(), dutch.moment(feed.createdAt()));
	}
}
