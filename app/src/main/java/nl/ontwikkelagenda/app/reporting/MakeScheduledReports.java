package nl.ontwikkelagenda.app.reporting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.report.ReportCommand.MakeReport;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ReportPeriod;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes and keeps the report of a month or school quarter that has ended, when somebody subscribed to it, and mails it. It looks every hour, so that a night in which the
 * application was down is not missed.
 */
@Component
public class MakeScheduledReports implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(MakeScheduledReports.class);

	private final ReportSubscriptions subscriptions;
	private final KeptReports reports;
	private final ReportMail words;
	private final Documents documents;
	private final Commands commands;
	private final Readers readers;
	private final People people;
	private final OutgoingMails mails;
	private final Postman postman;
	private final Today today;

	MakeScheduledReports(ReportSubscriptions subscriptions, KeptReports reports, ReportMail words, Documents documents, Commands commands, Readers readers, People people,
			OutgoingMails mails, Postman postman, Today today) {
		this.subscriptions = subscriptions;
		this.reports = reports;
		this.words = words;
		this.documents = documents;
		this.commands = commands;
		this.readers = readers;
		this.people = people;
		this.mails = mails;
		this.postman = postman;
		this.today = today;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(Duration.ofHours(1));
	}

	/** Several instances may do this at once: a report has one id, and is delivered once. */
	@Override
	public void run() {
		LocalDate day = today.date();
		for (ReportSubscription subscription : subscriptions.all()) {
			ReportPeriod period = subscription.rhythm().lastBefore(day);
			if (!subscription.subscribedOn().isAfter(period.to()) && mayRead(subscription)) {
				ReportId report = idOf(subscription.subject(), period);
				if (isMade(report) || make(report, subscription, period, day)) {
					deliver(report, subscription);
				}
			}
		}
	}

	/** The same for everybody who subscribed, on every instance. */
	private static ReportId idOf(ReportSubject subject, ReportPeriod period) {
		String name = "report/" + subject.kind() + "/" + subject.id() + "/" + period.from() + "/" + period.to();
		return new ReportId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
	}

	private boolean mayRead(ReportSubscription subscription) {
		return readers.partnerships(ReadModels.PROGRESS_REPORTS, subscription.personId()).contains(subscription.partnershipId());
	}

	private boolean isMade(ReportId report) {
		return documents.find(ReadModels.PROGRESS_REPORTS, report.toString(), AsOf.NOW).isPresent();
	}

	/** Answers false when it cannot be seen yet: then it is mailed the next time. */
	private boolean make(ReportId report, ReportSubscription subscription, ReportPeriod period, LocalDate day) {
		try {
			return commands.send(new MakeReport(report, subscription.partnershipId(), subscription.subject(), period.days(), day), Intent.of(Actor.job("MakeScheduledReports")))
					.visible();
		} catch (RuleBroken e) {
			LOG.info("Report {} was made by another instance a moment ago", report);
			return isMade(report);
		} catch (UnknownReference e) {
			LOG.info("Subscription {} is to something that is no longer there", subscription.reportSubscriptionId());
			return false;
		}
	}

	private void deliver(ReportId id, ReportSubscription subscription) {
		Person person = people.find(subscription.personId()).filter(known -> known.email() != null).orElse(null);
		if (person == null || !postman.works() || subscriptions.isDelivered(id, subscription.personId())) {
			return;
		}
		// what it is about may be of a body on which he holds no seat any more
		reports.report(id, person.personId()).ifPresent(report -> deliver(id, subscription, person, report));
	}

	private void deliver(ReportId id, ReportSubscription subscription, Person person, ProgressReport report) {
		subscriptions.deliver(id, subscription, secret -> mails.write(person.personId(), words.subject(report), words.body(person, report, subscription, secret), id.value()));
	}
}
