package nl.ontwikkelagenda.app.reporting;

import java.util.Optional;

import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.Scopes;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where the link in a mail ends a subscription, without logging in. It asks once more, as some mail programs open every link. */
@Controller
@RequestMapping("/voortgang/stoppen")
@WithoutAsOf("Verslagen per mail stoppen gaat over nu; laat asOf weg.")
class StopReportsPage {

	/** Path before the secret of a mailed link. */
	static final String PATH = "/voortgang/stoppen/";

	private final ReportSubscriptions subscriptions;
	private final Scopes scopes;

	StopReportsPage(ReportSubscriptions subscriptions, Scopes scopes) {
		this.subscriptions = subscriptions;
		this.scopes = scopes;
	}

	@GetMapping("/{secret}")
	ModelAndView ask(@PathVariable String secret) {
		Optional<ReportSubscription> subscription = subscriptions.byLink(secret);
		return subscription.isEmpty()
				? page("ended", HttpStatus.GONE)
				: page("ask", HttpStatus.OK).addObject("secret", secret).addObject("rhythm", ReportWords.rhythm(subscription.get().rhythm())).addObject("about",
						scopes.find(subscription.get().subject(), AsOf.NOW).map(ProgressReport.Subject::title).orElse("dit onderwerp"));
	}

	@PostMapping("/{secret}")
	ModelAndView stop(@PathVariable String secret) {
		Optional<ReportSubscription> subscription = subscriptions.byLink(secret);
		subscription.ifPresent(found -> subscriptions.end(found.reportSubscriptionId()));
		return page(subscription.isEmpty() ? "ended" : "done", subscription.isEmpty() ? HttpStatus.GONE : HttpStatus.OK);
	}

	private static ModelAndView page(String step, HttpStatus status) {
		ModelAndView page = new ModelAndView("voortgang-stoppen").addObject("step", step);
		page.setStatus(status);
		return page;
	}
}
