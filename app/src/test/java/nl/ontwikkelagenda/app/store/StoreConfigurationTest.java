package nl.ontwikkelagenda.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.Logos;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.FoundPartnership;
import nl.ontwikkelagenda.agenda.partnership.PartnershipCommand.JoinOrganisation;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.Partnerships;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;

import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The store's beans in an application with Axon's auto-configuration around them, and nothing else of ours but the aggregates. */
@BesideOthers
class StoreConfigurationTest {

	private static final TestDatabase DATABASE = TestDatabase.migrated();
	private static final PersonId SECRETARY = PersonId.of("0199d3a0-0000-7000-8000-000000000001");

	@Test
	void aCommandEndsAsEventsInTheLog() {
		try (ConfigurableApplicationContext context = start(TokensInDatabase.class, "--ontwikkelagenda.demo=true")) {
			context.getBean(RecordingClock.class).standAt(Instant.parse("2018-09-24T11:30:00.123Z"));
			PartnershipId id = new PartnershipId(UUID.randomUUID());
			CommandGateway commands = context.getBean(CommandGateway.class);
			var found = GenericCommandMessage
					.asCommandMessage(new FoundPartnership(id, PartnershipKind.REGION, text("Regio Noord"), SchoolRegion.NOORD, SECRETARY, LocalDate.of(2018, 9, 24)))
					.withMetaData(Map.of(Provenance.ACTOR, "person:" + SECRETARY, Provenance.ROLE, "ADMINISTRATOR"));
			commands.sendAndWait(found);
			commands.sendAndWait(GenericCommandMessage
					.asCommandMessage(new JoinOrganisation(id, new OrganisationId(UUID.randomUUID()), text("School"), Sector.EDUCATION, LocalDate.of(2018, 9, 24)))
					.withMetaData(Map.of(Provenance.ACTOR, "job:demo", Provenance.ROLE, "SECRETARY", Provenance.CORRELATION, "first")));

			EventLog log = context.getBean(EventLog.class);
			List<EventLog.Entry> entries = log.readAfter(0, 100).stream().filter(entry -> entry.aggregate().equals(id.toString())).toList();
			assertThat(entries).extracting(entry -> (Object) entry.event().getClass()).containsExactly(PartnershipFounded.class, RightGiven.class, OrganisationJoined.class);
			assertThat(entries).extracting(entry -> entry.when().sequence()).containsExactly(0L, 1L, 2L);
			assertThat(entries).extracting(entry -> entry.when().at()).containsOnly(Instant.parse("2018-09-24T11:30:00.123Z"));

			List<Map<String, Object>> stored = JdbcClient.create(DATABASE.owner()).sql("""
					select meta_data ->> 'actor' as actor, meta_data ->> 'role' as role, meta_data ->> 'correlationId' as correlation, meta_data ->> 'causationId' as causation
					from log.domain_event where aggregate_identifier = ? order by global_index""").param(id.toString()).query().listOfRows();
			assertThat(stored.getFirst()).containsEntry("actor", "person:" + SECRETARY).containsEntry("role", "ADMINISTRATOR").containsEntry("correlation", found.getIdentifier())
					.containsEntry("causation", found.getIdentifier());
			assertThat(stored.getLast()).containsEntry("actor", "job:demo").containsEntry("role", null).containsEntry("correlation", "first");
			assertThat(stored.getLast().get("causation")).isNotEqualTo("first");
		}
	}

	@Test
	void eventsAreStoredInTheTransactionOfTheOtherRows() {
		try (ConfigurableApplicationContext context = start(TokensInDatabase.class)) {
			OrderedEventStorageEngine engine = context.getBean(OrderedEventStorageEngine.class);
			JdbcClient database = context.getBean(JdbcClient.class);
			String aggregate = StoreFixture.newAggregate();
			new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(transaction -> {
				engine.appendEvents(List.of(StoreFixture.event(aggregate, 0)));
				assertThat(stored(database, aggregate)).as("seen inside").isEqualTo(1);
				assertThat(stored(JdbcClient.create(DATABASE.owner()), aggregate)).as("not seen outside").isZero();
				transaction.setRollbackOnly();
			});
			assertThat(stored(database, aggregate)).isZero();
		}
	}

	@Test
	void trackingTokensCanBeReadBack() {
		try (ConfigurableApplicationContext context = start(TokensInDatabase.class)) {
			Serializer general = context.getBean("serializer", Serializer.class);
			for (TrackingToken token : List.of(new GlobalSequenceTrackingToken(7),
					ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(7), new GlobalSequenceTrackingToken(3)))) {
				SerializedObject<byte[]> stored = general.serialize(token, byte[].class);
				assertThat((Object) general.deserialize(stored)).isEqualTo(token);
			}
		}
	}

	@Test
	void tokensInMemoryStopTheStart() {
		assertThatThrownBy(() -> start(TokensInMemory.class).close()).hasMessageContaining("tokens of automations must be kept in the database");
	}

	@Test
	void anAccountThatMayChangeEventsStopsTheStart() {
		assertThatThrownBy(() -> start(OwnersAccount.class).close()).rootCause().hasMessageContaining("may change or delete events");
	}

	@Test
	void axonCallsNobody() {
		start(TokensInDatabase.class).close();
		assertThat(System.getProperty(UpdateCheckOff.PROPERTY)).isEqualTo("true");
	}

	@Test
	void outsideDemoModeTheClockCannotBeSet() {
		try (ConfigurableApplicationContext context = start(TokensInDatabase.class, "--ontwikkelagenda.demo=false")) {
			assertThatThrownBy(() -> context.getBean(RecordingClock.class).standAt(Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
		}
	}

	private static ConfigurableApplicationContext start(Class<?> configuration, String... arguments) {
		return new SpringApplicationBuilder(Application.class, configuration).web(WebApplicationType.NONE)
				.properties("spring.flyway.enabled=false", "spring.main.banner-mode=off", "axon.axonserver.enabled=false",
						"management.endpoint.health.validate-group-membership=false")
				.run(arguments);
	}

	private static FreeText text(String words) {
		return new FreeText(words, "MDEyMzQ1Njc4OWFiY2RlZg==");
	}

	private static long stored(JdbcClient database, String aggregate) {
		return database.sql("select count(*) from log.domain_event where aggregate_identifier = ?").param(aggregate).query(Long.class).single();
	}

	@EnableAutoConfiguration
	@ComponentScan("nl.ontwikkelagenda.agenda.partnership")
	@Import(StoreConfiguration.class)
	static class Application {
		@Bean
		References references() {
			return (partnership, id) -> true;
		}

		@Bean
		Partnerships partnerships() {
			return partnership -> Optional.empty();
		}

		@Bean
		Logos logos() {
			return (partnership, attachment) -> false;
		}
	}

	static class TokensInDatabase {
		@Bean
		DataSource dataSource() {
			return DATABASE.application();
		}

		@Bean
		TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
			return JdbcTokenStore.builder().connectionProvider(connections).serializer(serializer).build();
		}
	}

	static class TokensInMemory {
		@Bean
		DataSource dataSource() {
			return DATABASE.application();
		}

		@Bean
		TokenStore tokenStore() {
			return new InMemoryTokenStore();
		}
	}

	static class OwnersAccount {
		@Bean
		DataSource dataSource() {
			return DATABASE.owner();
		}

		@Bean
		TokenStore tokenStore() {
			return new InMemoryTokenStore();
		}
	}
}
