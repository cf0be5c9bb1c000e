package nl.ontwikkelagenda.reporting.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents of before they had their words beside them. */
class WordsMigrationTest {

	@AutoClose private final ViewDatabase database = new ViewDatabase("55");
	private final JdbcClient jdbc = JdbcClient.create(database.application());

	/** As the engine made tables then. */
	private void generation(int number, String state, boolean serves) {
		String table = "view.document_" + number;
		jdbc.sql("create table %s (like view.document including defaults including generated, check (generation = %d))".formatted(table, number)).update();
		jdbc.sql("alter table %s add primary key (generation, id)".formatted(table)).update();
		jdbc.sql("insert into %s (generation, id, from_position, recorded_at, sequence, body, search) values (%d, 'een', 1, now(), 0, '{}', 'tafels')".formatted(table, number))
				.update();
		jdbc.sql("insert into view.generation (id, name, version, state, serving, position) overriding system value values (?, ?, 1, ?, ?, case when ? then null else 0 end)")
				.params(number, "view-" + number, state, serves, serves).update();
		if (!state.equals("building")) {
			jdbc.sql("create index on %s using gin (to_tsvector('pg_catalog.dutch', search))".formatted(table)).update();
			attach(number);
		}
	}

	private void attach(int number) {
		jdbc.sql("alter table view.document attach partition view.document_%d for values in (%d)".formatted(number, number)).update();
	}

	/** As when the connection of who detaches is lost: while somebody reads it the table is half detached. */
	private void halfDetach(int number) throws SQLException {
		try (Connection reader = database.application().getConnection(); Connection sweep = database.application().getConnection()) {
			reader.setAutoCommit(false);
			reader.createStatement().executeQuery("select from view.document");
			sweep.createStatement().execute("set statement_timeout = 500");
			assertThatThrownBy(() -> sweep.createStatement().execute("alter table view.document detach partition view.document_" + number + " concurrently"))
					.hasMessageContaining("statement timeout");
			reader.rollback();
			sweep.createStatement().execute("reset statement_timeout");
		}
	}

	private int found(int number) {
		return jdbc.sql("select count(*) from view.document_%d where words @@ plainto_tsquery('pg_catalog.dutch', 'tafel')".formatted(number)).query(Integer.class).single();
	}

	private String indexesOfWords(int number) {
		return jdbc.sql("select string_agg(substring(indexdef from 'USING gin .*'), '; ') from pg_indexes where tablename = ? and indexdef like '%USING gin%'")
				.param("document_" + number).query(String.class).optional().orElse("");
	}

	@Test
	void haveThemAfterwardsWhetherTheyServeAreKeptOrAreBeingBuilt() throws SQLException {
		generation(1, "active", true);
		generation(2, "retired", false);
		generation(3, "building", false);
		generation(4, "retired", false);
		halfDetach(4);

		database.migrate("latest");

		assertThat(found(1)).isEqualTo(1);
		assertThat(found(2)).isEqualTo(1);
		assertThat(found(3)).isEqualTo(1);
		assertThat(indexesOfWords(1)).isEqualTo("USING gin (words)");
		assertThat(indexesOfWords(2)).isEqualTo("USING gin (words)");
		assertThat(indexesOfWords(3)).as("made at its end").isEmpty();
		attach(3);
		assertThat(jdbc.sql("select count(*) from view.document").query(Integer.class).single()).isEqualTo(3);
		// not how much of it is visible to all: that waits for whoever else is at work, such as autovacuum
		assertThat(jdbc.sql("select vacuum_count from pg_stat_all_tables where relid = 'view.document_1'::regclass").query(Integer.class).single()).as("vacuumed").isEqualTo(1);
		assertThat(jdbc.sql("select count(*) from pg_stats where schemaname = 'view' and tablename = 'document_1' and attname = 'words'").query(Integer.class).single())
				.as("analysed").isEqualTo(1);
	}
}
