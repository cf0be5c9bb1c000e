package nl.ontwikkelagenda.agenda.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.PutBarrierOnAgenda;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.ReportBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.ResolveBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierCommand.TakeUpBarrier;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierPutOnAgenda;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierReported;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierResolved;
import nl.ontwikkelagenda.agenda.barrier.BarrierEvent.BarrierTakenUp;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class BarrierTest {

	private static final BarrierId BARRIER = new BarrierId(new UUID(0, 1));
	private static final PartnershipId REGION = new PartnershipId(new UUID(0, 2));
	private static final BodyId COMMUNITY = new BodyId(new UUID(0, 3));
	private static final BodyId STRANGERS = new BodyId(new UUID(0, 4));
	private static final AgendaId AGENDA = new AgendaId(new UUID(0, 5));
	private static final LocalDate DAY = LocalDate.of(2020, 4, 16);
	private static final BarrierReported REPORTED = new BarrierReported(BARRIER, REGION, text("De AVG"), text("Gegevens delen"), null, COMMUNITY, null, DAY);
	private static final BarrierPutOnAgenda PUT = new BarrierPutOnAgenda(BARRIER, AGENDA, DAY);
	private static final BarrierTakenUp TAKEN_UP = new BarrierTakenUp(BARRIER, null, null, COMMUNITY, DAY);
	private static final BarrierResolved RESOLVED = new BarrierResolved(BARRIER, Resolution.WORKED_AROUND, text("Ouders geven toestemming"), DAY);

	private final AggregateTestFixture<Barrier> barrier = fixture();

	private static AggregateTestFixture<Barrier> fixture() {
		AggregateTestFixture<Barrier> fixture = new AggregateTestFixture<>(Barrier.class);
		References references = (partnership, id) -> !STRANGERS.equals(id);
		fixture.registerInjectableResource(references);
		return fixture;
	}

	private static FreeText text(String words) {
		return new FreeText(words, "c2FsdA==");
	}

	@Test
	void aBarrierIsReportedInACommunity() {
		barrier.givenNoPriorActivity().when(new ReportBarrier(BARRIER, REGION, REPORTED.rule(), REPORTED.hinders(), null, COMMUNITY, null, DAY)).expectEvents(REPORTED);
	}

	@Test
	void aBarrierWasReportedSomewhereThatIsKnown() {
		barrier.givenNoPriorActivity().when(new ReportBarrier(BARRIER, REGION, REPORTED.rule(), REPORTED.hinders(), null, null, null, DAY)).expectException(RuleBroken.class)
				.expectNoEvents();
		barrier.givenNoPriorActivity().when(new ReportBarrier(BARRIER, REGION, REPORTED.rule(), REPORTED.hinders(), null, STRANGERS, null, DAY))
				.expectException(UnknownReference.class).expectNoEvents();
	}

	@Test
	void aBarrierIsOnceOnAnAgenda() {
		barrier.given(REPORTED).when(new PutBarrierOnAgenda(BARRIER, AGENDA, DAY)).expectEvents(PUT);
		refused(new PutBarrierOnAgenda(BARRIER, AGENDA, DAY), REPORTED, PUT);
	}

	@Test
	void someoneTakesUpABarrier() {
		barrier.given(REPORTED, PUT).when(new TakeUpBarrier(BARRIER, null, null, COMMUNITY, DAY)).expectEvents(TAKEN_UP);
		refused(new TakeUpBarrier(BARRIER, null, null, null, DAY), REPORTED, PUT);
	}

	@Test
	void aResolvedBarrierIsClosed() {
		barrier.given(REPORTED, PUT, TAKEN_UP).when(new ResolveBarrier(BARRIER, Resolution.WORKED_AROUND, RESOLVED.outcome(), DAY)).expectEvents(RESOLVED);
		refused(new ResolveBarrier(BARRIER, Resolution.LIFTED, text("Toch"), DAY), REPORTED, RESOLVED);
		refused(new PutBarrierOnAgenda(BARRIER, AGENDA, DAY), REPORTED, RESOLVED);
		refused(new TakeUpBarrier(BARRIER, null, null, COMMUNITY, DAY), REPORTED, RESOLVED);
	}

	@Test
	void aBarrierThatWasTakenUpStaysSoOnAnotherAgenda() {
		Recorded when = new Recorded(1, 0, Instant.EPOCH, Actor.job("test"));
		BarrierView view = BarrierView.on(BarrierView.on(BarrierView.on(null, REPORTED, when), TAKEN_UP, when), PUT, when);
		assertThat(view.status()).isEqualTo(BarrierView.Status.TAKEN_UP);
	}

	private void refused(BarrierCommand command, BarrierEvent... history) {
		barrier.given((Object[]) history).when(command).expectException(RuleBroken.class).expectNoEvents();
	}
}
