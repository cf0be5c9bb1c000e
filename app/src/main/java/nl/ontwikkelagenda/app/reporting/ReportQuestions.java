package nl.ontwikkelagenda.app.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.reporting.chart.Chart;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReports;
import nl.ontwikkelagenda.reporting.progress.ReportPeriod;
import nl.ontwikkelagenda.reporting.progress.ReportQuestion;
import nl.ontwikkelagenda.reporting.progress.Scopes;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of what is asked in an address a question that the caller may ask; for pages and for the API alike. */
@Component
public class ReportQuestions {

	private final ProgressReports reports;
	private final Scopes scopes;
	private final Readers readers;
	private final Documents documents;
	private final Today today;

	ReportQuestions(ProgressReports reports, Scopes scopes, Readers readers, Documents documents, Today today) {
		this.reports = reports;
		this.scopes = scopes;
		this.readers = readers;
		this.documents = documents;
		this.today = today;
	}

	/**
	 * @param moment what was recorded later does not count
	 * @throws InvalidInput when the subject or the period is not clear
	 * @throws NotFound     when it was not there then, or the caller may not see it
	 */
	public ReportQuestion of(ReportAsked asked, Instant moment) {
		AsOf asOf = documents.asOf(moment);
		ReportQuestion question = asked.reportId() == null ? onTheSpot(asked, asOf, moment) : kept(asked, asked.reportId(), asOf);
		readers.check(ReadModels.PROGRESS_REPORTS, find(question).partnershipId());
		return question.comparedWith(asked.comparedWith() == null ? reports.previous(question).orElse(null) : chosen(asked.comparedWith(), question));
	}

	/**
	 * About the thing with this id, whichever kind it is of.
	 *
	 * @throws InvalidInput when the period is not clear
	 * @throws NotFound     when there was none then that a report can be about, or the caller may not see it
	 */
	public ReportQuestion of(UUID subject, @Nullable LocalDate from, @Nullable LocalDate to, Instant moment) {
		AsOf asOf = documents.asOf(moment);
		ReportSubject found = Arrays.stream(ReportSubject.Kind.values()).map(kind -> new ReportSubject(kind, subject)).filter(each -> scopes.find(each, asOf).isPresent())
				.findFirst().orElseThrow(NotFound::new);
		return of(ReportAsked.of(null, found, null, from, to, null), moment);
	}

	private ReportQuestion kept(ReportAsked asked, ReportId id, AsOf asOf) {
		asked.isOnlyAKeptOne();
		return reports.kept(id, asOf).orElseThrow(NotFound::new);
	}

	private ProgressReport.Subject find(ReportQuestion question) {
		return scopes.find(question.subject(), question.asOf()).orElseThrow(NotFound::new);
	}

	private ReportQuestion onTheSpot(ReportAsked asked, AsOf asOf, Instant moment) {
		LocalDate then = LocalDate.ofInstant(moment, Today.AMSTERDAM);
		LocalDate now = today.date();
		// what is late is not by the clock of another instance that is ahead
		LocalDate day = then.isBefore(now) ? then : now;
		ReportSubject subject = asked.subject();
		ReportPeriod period = period(asked.period(), asked.from(), asked.to(), day);
		String days = period == null ? "" : "&from=" + period.from() + "&to=" + period.to();
		return new ReportQuestion(null, subject, period, asOf, moment, day, ReportAsked.field(subject.kind()) + "=" + subject.id() + days + "&asOf=" + moment, null);
	}

	/** The burn-up of the actions of a partnership that the caller may see, in the list of them. */
	public Optional<Chart> burnUp(PartnershipId partnership, AsOf asOf, LocalDate onDay) {
		ReportSubject subject = new ReportSubject(ReportSubject.Kind.PARTNERSHIP, partnership.value());
		return reports.burnUp(new ReportQuestion(null, subject, null, asOf, Today.endOf(onDay), onDay, ReportAsked.field(subject.kind()) + "=" + partnership, null));
	}

	private ReportQuestion chosen(ReportId id, ReportQuestion later) {
		return reports.kept(id, later.asOf()).filter(kept -> kept.subject().equals(later.subject()) && !id.equals(later.reportId()))
				.orElseThrow(() -> new InvalidInput("comparedWith", "Kies een eerder bewaard verslag over hetzelfde onderwerp."));
	}

	/**
	 * The period that is meant by words or by two days; null for everything so far.
	 *
	 * @throws InvalidInput when both are given, one day is missing, or the words are no period
	 */
	static @Nullable ReportPeriod period(@Nullable String words, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
		if (words != null) {
			if (from != null || to != null) {
				throw new InvalidInput("period", "Noem de periode in woorden, of met from en to; niet allebei.");
			}
			return ReportPeriod.read(words, today).orElseThrow(() -> new InvalidInput("period", "Schrijf de periode als " + ReportPeriod.EXAMPLES + "."));
		}
		if (from == null && to == null) {
			return null;
		}
		if (from == null || to == null) {
			throw new InvalidInput(from == null ? "from" : "to", "Geef allebei de dagen, from en to, of geen van beide.");
		}
		if (to.isBefore(from)) {
			throw new InvalidInput("to", "De laatste dag ligt voor de eerste; kies een latere dag.");
		}
		return ReportPeriod.of(new Period(from, to));
	}

	/**
	 * The partnership that a subject belongs to now.
	 *
	 * @throws InvalidInput when there is no such subject, or the caller may not see it
	 */
	public PartnershipId partnershipOf(ReportSubject subject) {
		return scopes.find(subject, AsOf.NOW).map(ProgressReport.Subject::partnershipId)
				.filter(partnership -> readers.partnerships(ReadModels.PROGRESS_REPORTS).contains(partnership))
				.orElseThrow(() -> new InvalidInput("subject", "Dit onderwerp bestaat niet; controleer kind en id."));
	}
}
