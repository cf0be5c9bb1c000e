package nl.ontwikkelagenda.agenda.report;

import java.time.LocalDate;

import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Right;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a kept report. */
public sealed interface ReportCommand {

	ReportId reportId();

	/** @param period absent for everything so far */
	@AllowedTo({Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD})
	record MakeReport(@TargetAggregateIdentifier ReportId reportId, PartnershipId partnershipId, ReportSubject subject, @Nullable Period period,
			LocalDate madeOn) implements ReportCommand {
	}

	/** Lets everybody read it, without an account. */
	@AllowedTo({Right.SECRETARY, Right.BOARD})
	record PublishReport(@TargetAggregateIdentifier ReportId reportId, LocalDate publishedOn) implements ReportCommand {
	}

	/** Nobody reads it without an account any more; what was read before was read. */
	@AllowedTo({Right.SECRETARY, Right.BOARD})
	record WithdrawReportPublication(@TargetAggregateIdentifier ReportId reportId, FreeText reason, LocalDate withdrawnOn) implements ReportCommand {
	}
}
