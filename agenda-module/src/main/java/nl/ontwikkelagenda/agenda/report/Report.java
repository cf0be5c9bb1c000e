package nl.ontwikkelagenda.agenda.report;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.report.ReportCommand.MakeReport;
import nl.ontwikkelagenda.agenda.report.ReportCommand.PublishReport;
import nl.ontwikkelagenda.agenda.report.ReportCommand.WithdrawReportPublication;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportMade;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportPublicationWithdrawn;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportPublished;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Report {

	@AggregateIdentifier private ReportId reportId;
	private LocalDate madeOn;
	private @Nullable LocalDate publishedOn;

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(MakeReport c, References references, ReportSubjects subjects) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		if (!subjects.has(c.partnershipId(), c.subject())) {
			throw new UnknownReference("subject", "Dit onderwerp bestaat niet in dit samenwerkingsverband; controleer de waarde van subject.");
		}
		if (c.period() != null && c.period().from().isAfter(c.madeOn())) {
			throw new RuleBroken("a-report-is-about-a-period-that-has-begun", "Deze periode is nog niet begonnen; kies een periode die vandaag of eerder begint.");
		}
		apply(new ReportMade(c.reportId(), c.partnershipId(), c.subject(), c.period(), c.madeOn()));
	}

	@CommandHandler
	void decide(PublishReport c) {
		if (publishedOn != null) {
			throw new RuleBroken("a-report-is-published-once", "Dit verslag is al gepubliceerd.");
		}
		if (c.publishedOn().isBefore(madeOn)) {
			throw new RuleBroken("a-report-is-published-after-it-was-made", "Dit verslag is later gemaakt; kies een dag vanaf die waarop het is bewaard.");
		}
		apply(new ReportPublished(reportId, c.publishedOn()));
	}

	@CommandHandler
	void decide(WithdrawReportPublication c) {
		if (publishedOn == null) {
			throw new RuleBroken("only-a-published-report-is-withdrawn", "Dit verslag is niet gepubliceerd, dus er is niets in te trekken.");
		}
		if (c.withdrawnOn().isBefore(publishedOn)) {
			throw new RuleBroken("withdrawing-follows-publishing", "Dit verslag is later gepubliceerd; kies een dag vanaf die waarop dat gebeurde.");
		}
		apply(new ReportPublicationWithdrawn(reportId, c.reason(), c.withdrawnOn()));
	}

	@EventSourcingHandler
	void evolve(ReportEvent event) {
		switch (event) {
			case ReportMade e -> {
				reportId = e.reportId();
				madeOn = e.madeOn();
			}
			case ReportPublished e -> publishedOn = e.publishedOn();
			case ReportPublicationWithdrawn e -> publishedOn = null;
		}
	}
}
