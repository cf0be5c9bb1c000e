package nl.ontwikkelagenda.app.store;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.TestDatabase;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@BesideOthers
class StoreAssertionsTest {

	private final TestDatabase database = TestDatabase.migrated();
	private final JdbcClient owner = JdbcClient.create(database.owner());
	private final StoreAssertions assertions = new StoreAssertions(JdbcClient.create(database.application()), false);

	@Test
	void aMigratedDatabaseWithTheApplicationsOwnAccountIsRight() {
		assertThatNoException().isThrownBy(assertions::check);
	}

	@Test
	void aSequenceThatKeepsValuesBackStopsTheStart() {
		owner.sql("alter sequence log.domain_event_global_index_seq cache 20").update();
		assertThatThrownBy(assertions::check).isInstanceOf(IllegalStateException.class).hasMessageContaining("set its CACHE to 1");
	}

	@Test
	void aTriggerThatReplicationWouldSkipStopsTheStart() {
		owner.sql("alter table log.domain_event enable trigger note_append").update();
		assertThatThrownBy(assertions::check).isInstanceOf(IllegalStateException.class).hasMessageContaining("enabled ALWAYS");
	}

	@Test
	void aStricterIsolationStopsTheStart() {
		owner.sql("alter database " + database.url().replaceAll(".*/", "") + " set default_transaction_isolation = 'repeatable read'").update();
		assertThatThrownBy(assertions::check).isInstanceOf(IllegalStateException.class).hasMessageContaining("READ COMMITTED");
	}

	@Test
	void preparedTransactionsStopTheStart() throws IOException {
		try (EmbeddedPostgres postgres = TestDatabase.another().setServerConfig("max_prepared_transactions", "5").start()) {
			JdbcClient superuser = JdbcClient.create(postgres.getPostgresDatabase());
			superuser.sql("create role " + TestDatabase.APPLICATION).update();
			Flyway.configure().dataSource(postgres.getPostgresDatabase()).placeholders(Map.of("application", TestDatabase.APPLICATION)).load().migrate();
			assertThatThrownBy(new StoreAssertions(superuser, true)::check).isInstanceOf(IllegalStateException.class).hasMessageContaining("max_prepared_transactions = 0");
		}
	}

	@Test
	void anAccountThatMayChangeEventsStopsTheStartUnlessAccepted() {
		assertThatThrownBy(new StoreAssertions(owner, false)::check).isInstanceOf(IllegalStateException.class).hasMessageContaining(StoreAssertions.OWNER_ALLOWED);
		assertThatNoException().isThrownBy(new StoreAssertions(owner, true)::check);
		owner.sql("grant update (payload) on log.domain_event to " + TestDatabase.APPLICATION).update();
		assertThatThrownBy(assertions::check).isInstanceOf(IllegalStateException.class).hasMessageContaining("may change or delete events");
	}
}
