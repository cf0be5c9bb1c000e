package nl.ontwikkelagenda.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightWithdrawn;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.UnknownFact;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An event that was stored under an earlier name and in an earlier shape is read as what it is called today, by aggregates, automations and views alike; and what cannot be read is not
 * taken for something else.
 */
class OlderRevisionsTest {

	private static final String AGGREGATE = "0199d3a0-0000-7000-8000-000000000002";
	private static final RightWithdrawn TODAY = new RightWithdrawn(PartnershipId.of(AGGREGATE), PersonId.of("0199d3a0-0000-7000-8000-000000000001"), Right.SECRETARY,
			LocalDate.of(2018, 9, 24));

	private final StoreFixture store = new StoreFixture(Duration.ofMillis(300), new RightEndedIsRightWithdrawn());

	/** Once, the day was called {@code endedOn}. */
	private static final class RightEndedIsRightWithdrawn extends SingleEventUpcaster {

		@Override
		protected boolean canUpcast(IntermediateEventRepresentation event) {
			return event.getType().getName().equals("agenda.RightEnded");
		}

		@Override
		protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
			return event.upcastPayload(new SimpleSerializedType("agenda.RightWithdrawn", null), String.class, payload -> payload.replace("endedOn", "withdrawnOn"));
		}
	}

	@AfterEach
	void close() {
		store.close();
	}

	@Test
	void anEventOfAnEarlierShapeIsReadAsTodays() {
		stored("agenda.RightEnded", null, "\"endedOn\": \"2018-09-24\"");
		store.engine.appendEvents(List.of(StoreFixture.event(AGGREGATE, 1)));

		assertThat(store.engine.readEvents(AGGREGATE, 0).asStream().map(EventMessage::getPayload)).hasSize(2).allMatch(TODAY::equals);
		assertThat(store.engine.readEvents(null, false).map(EventMessage::getPayload)).hasSize(2).allMatch(TODAY::equals);
		List<EventLog.Entry> entries = store.log.readAfter(0, 10);
		assertThat(entries).extracting(EventLog.Entry::event).containsExactly(TODAY, TODAY);
		assertThat(entries).extracting(entry -> entry.when().position()).containsExactly(1L, 2L);
		assertThat(entries.getFirst().when().by().toString()).isEqualTo("person:0199d3a0-0000-7000-8000-000000000001");
	}

	/** It would be read as something that it does not say. */
	@Test
	void anEventOfALaterRevisionIsNotRead() {
		stored("agenda.RightWithdrawn", "2", "\"withdrawnFrom\": \"2018-09-24\"");

		assertThat(store.engine.readEvents(AGGREGATE, 0).asStream()).singleElement().satisfies(event -> assertThat(LoggedEvent.isKnown(event)).isFalse());
		assertThatThrownBy(() -> store.log.readAfter(0, 10)).isInstanceOf(UnknownFact.class).hasMessageContaining("position 1");
	}

	@Test
	void anEventThatCannotBeReadStandsInItsPlaceAndTellsNothing() {
		stored("agenda.RightWithdrawn", null, "\"withdrawnOn\": \"bij Jan thuis\"");
		stored("agenda.RightEnded", null, "\"endedOn\": \"bij Jan thuis\"");
		store.engine.appendEvents(List.of(StoreFixture.event(AGGREGATE, 2)));

		List<EventLog.Entry> entries = store.log.readAfter(0, 10);
		assertThat(entries).extracting(EventLog.Entry::type).containsOnly(RightWithdrawn.class);
		assertThat(entries).first().extracting(EventLog.Entry::event).isInstanceOfSatisfying(EventLog.Unreadable.class,
				fact -> assertThat(fact.why()).contains("withdrawnOn").doesNotContain("Jan"));
		assertThat(entries.get(1).event()).isInstanceOf(EventLog.Unreadable.class);
		assertThat(entries.getLast().event()).isEqualTo(TODAY);
	}

	private void stored(String type, @Nullable String revision, String day) {
		JdbcClient.create(store.database.owner()).sql("""
				insert into log.domain_event (event_identifier, aggregate_identifier, sequence_number, aggregate_type, payload_type, payload_revision, payload, meta_data, time_stamp)
				select gen_random_uuid(), :aggregate, (select count(*) from log.domain_event), 'Partnership', :type, :revision,
				('{"partnershipId": "0199d3a0-0000-7000-8000-000000000002", "personId": "0199d3a0-0000-7000-8000-000000000001", "right": "SECRETARY", ' || :day || '}')::jsonb,
				'{"actor": "person:0199d3a0-0000-7000-8000-000000000001"}', '2018-09-24T14:00:00.123Z'""").param("aggregate", AGGREGATE).param("type", type)
				.param("revision", revision).param("day", day).update();
	}
}
