package nl.ontwikkelagenda.agenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;
import nl.ontwikkelagenda.agenda.report.ReportCommand.MakeReport;
import nl.ontwikkelagenda.agenda.report.ReportCommand.PublishReport;
import nl.ontwikkelagenda.agenda.report.ReportCommand.WithdrawReportPublication;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportMade;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportPublicationWithdrawn;
import nl.ontwikkelagenda.agenda.report.ReportEvent.ReportPublished;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportTest {

	private static final ReportId REPORT = new ReportId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final ReportSubject TABLE = new ReportSubject(ReportSubject.Kind.TABLE, new UUID(0, 3));
	private static final LocalDate DAY = LocalDate.of(2021, 11, 1);
	private static final FreeText WHY = new FreeText("Er stond een fout in", "AAECAwQFBgcICQoLDA0ODw==");
	private static final Period QUARTER = new Period(LocalDate.of(2021, 8, 1), LocalDate.of(2021, 10, 31));

	private final AggregateTestFixture<Report> report = fixture();

	private static AggregateTestFixture<Report> fixture() {
		AggregateTestFixture<Report> fixture = new AggregateTestFixture<>(Report.class);
		References references = (partnership, id) -> true;
		ReportSubjects subjects = (partnership, subject) -> subject.equals(TABLE);
		fixture.registerInjectableResource(references);
		fixture.registerInjectableResource(subjects);
		return fixture;
	}

	private static MakeReport make(@Nullable Period period) {
		return new MakeReport(REPORT, REGION, TABLE, period, DAY);
	}

	@Test
	void aReportIsMadeOfAPeriodOrOfEverythingSoFar() {
		report.givenNoPriorActivity().when(make(QUARTER)).expectEvents(new ReportMade(REPORT, REGION, TABLE, QUARTER, DAY));
		report.givenNoPriorActivity().when(make(null)).expectEvents(new ReportMade(REPORT, REGION, TABLE, null, DAY));
	}

	@Test
	void aReportIsAboutAPeriodThatHasBegun() {
		report.givenNoPriorActivity().when(make(new Period(DAY, DAY.plusMonths(1)))).expectSuccessfulHandlerExecution();
		report.givenNoPriorActivity().when(make(new Period(DAY.plusDays(1), DAY.plusMonths(1)))).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aReportIsAboutSomethingThatIsThere() {
		report.givenNoPriorActivity().when(new MakeReport(REPORT, REGION, new ReportSubject(ReportSubject.Kind.THEME, TABLE.id()), null, DAY))
				.expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void aReportIsPublishedOnceFromTheDayOnWhichItWasMade() {
		ReportMade made = new ReportMade(REPORT, REGION, TABLE, QUARTER, DAY);
		report.given(made).when(new PublishReport(REPORT, DAY)).expectEvents(new ReportPublished(REPORT, DAY));
		report.given(made).when(new PublishReport(REPORT, DAY.minusDays(1))).expectException(RuleBroken.class).expectNoEvents();
		report.given(made, new ReportPublished(REPORT, DAY)).when(new PublishReport(REPORT, DAY)).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void thePublicationOfAReportIsWithdrawnAndItCanBePublishedAgain() {
		ReportMade made = new ReportMade(REPORT, REGION, TABLE, QUARTER, DAY);
		ReportPublished published = new ReportPublished(REPORT, DAY.plusDays(2));
		ReportPublicationWithdrawn withdrawn = new ReportPublicationWithdrawn(REPORT, WHY, DAY.plusDays(3));
		report.given(made, published).when(new WithdrawReportPublication(REPORT, WHY, DAY.plusDays(3))).expectEvents(withdrawn);
		report.given(made, published, withdrawn).when(new PublishReport(REPORT, DAY.plusDays(4))).expectEvents(new ReportPublished(REPORT, DAY.plusDays(4)));
		report.given(made, published).when(new WithdrawReportPublication(REPORT, WHY, DAY)).expectException(RuleBroken.class).expectNoEvents();
		report.given(made).when(new WithdrawReportPublication(REPORT, WHY, DAY)).expectException(RuleBroken.class).expectNoEvents();
		report.given(made, published, withdrawn).when(new WithdrawReportPublication(REPORT, WHY, DAY.plusDays(4))).expectException(RuleBroken.class).expectNoEvents();
	}

	@Test
	void aReportOfWhichThePublicationWasWithdrawnTellsWhy() {
		Recorded when = new Recorded(7, 0, Instant.EPOCH, Actor.person(new PersonId(new UUID(0, 4))));
		ReportView made = ReportView.on(null, new ReportMade(REPORT, REGION, TABLE, QUARTER, DAY), when);
		ReportView withdrawn = ReportView.on(ReportView.on(made, new ReportPublished(REPORT, DAY), when), new ReportPublicationWithdrawn(REPORT, WHY, DAY), when);
		assertThat(withdrawn).isEqualTo(made.withWithdrawal(new ReportView.Withdrawal("Er stond een fout in", DAY)));
	}

	@Test
	void aPublishedReportKeepsItsPlaceInTheLog() {
		Actor secretary = Actor.person(new PersonId(new UUID(0, 4)));
		ReportView made = ReportView.on(null, new ReportMade(REPORT, REGION, TABLE, QUARTER, DAY), new Recorded(7, 0, Instant.EPOCH, secretary));
		ReportView published = ReportView.on(made, new ReportPublished(REPORT, DAY), new Recorded(9, 1, Instant.EPOCH, secretary));
		assertThat(published).isEqualTo(made.withPublication(new ReportView.Publication(DAY, Instant.EPOCH)));
	}

	@Test
	void aReportShowsWhatItIsAboutAndByWhomItWasMade() {
		Actor secretary = Actor.person(new PersonId(new UUID(0, 4)));
		ReportView view = ReportView.on(null, new ReportMade(REPORT, REGION, TABLE, QUARTER, DAY), new Recorded(7, 0, Instant.EPOCH, secretary));
		assertThat(view).isEqualTo(new ReportView(REPORT, REGION, ReportSubject.Kind.TABLE, TABLE.id(), QUARTER, DAY, Instant.EPOCH, secretary, 7, null, null));
		assertThat(view.subject()).isEqualTo(TABLE);
	}
}
