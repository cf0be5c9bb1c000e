package nl.ontwikkelagenda.reporting.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import nl.ontwikkelagenda.reporting.readmodel.Checker.Kind;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerTest {

	private static final String FIRST_DOCUMENT = " where ctid = (select ctid from %s order by id limit 1)".formatted("view.document_1");
	@AutoClose private static final ViewDatabase DATABASE = new ViewDatabase();
	private static final MemoryLog LOG = new MemoryLog();

	@BeforeAll
	static void fill() {
		Notes.happen(LOG, 11, 900, 60);
		ReadModelEngine engine = new ReadModelEngine(DATABASE.application(), LOG, List.of(Notes.NOTES, Notes.LABELS), DocumentJson.mapper(), (what, position, target) -> {
		}, Pace.FULL);
		engine.start();
		assertThat(engine.awaitPosition(LOG.safePosition(), Duration.ofSeconds(30))).isTrue();
		engine.stop();
	}

	private static Checker.Result check() {
		return new Checker(DATABASE.application(), LOG, List.of(Notes.NOTES, Notes.LABELS), DocumentJson.mapper(), 3).check();
	}

	@Test
	void whatTheEngineWroteIsWhatTheLogSays() {
		Checker.Result result = check();
		assertThat(result.first()).isEmpty();
		assertThat(result.isClean()).isTrue();
		assertThat(result.position()).isEqualTo(LOG.safePosition());
		assertThat(result.documents()).isEqualTo(Long.parseLong(DATABASE.rows("select count(*) from view.document").getFirst()));
		assertThat(result.versions()).isEqualTo(Long.parseLong(DATABASE.rows("select count(*) from view.document_version").getFirst()));
	}

	/** Every statement spoils one row (of the notes, generation 1) and is put back afterwards. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"update view.document_1 set body = jsonb_set(body, '{title}', '\"other\"') {document} | 1 | DIFFERENT | body",
			"update view.document_1 set sequence = sequence + 1 {document} | 1 | DIFFERENT | sequence",
			"update view.document_1 set recorded_at = recorded_at + interval '1 millisecond' {document} | 1 | DIFFERENT | recorded_at",
			"update view.document_1 set from_position = from_position - 1 {document} | 1 | DIFFERENT | from_position",
			"update view.document_1 set partnership_id = null {document} | 1 | DIFFERENT | partnership_id",
			"update view.document_1 set search = 'other' {document} | 1 | DIFFERENT | search",
			"delete from view.document_1 {document} | 1 | MISSING | document",
			"insert into view.document_1 select generation, 'ghost', from_position, recorded_at, sequence, partnership_id, body, search from view.document_1 {document} | 1 | EXTRA | ghost",
			"update view.document_version_1 set body = jsonb_set(body, '{rewordings}', '99') {version} | 1 | DIFFERENT | rewordings",
			"update view.document_version_1 set from_position = from_position - 1 {version} | 1 | DIFFERENT | from_position",
			"update view.document_version_1 set to_position = to_position + 1000000 {version} | 2 | MISSING | version",
			"delete from view.document_version_1 {version} | 1 | MISSING | version",
			"insert into view.document_version_1 select generation, 'ghost', from_position, to_position, recorded_at, sequence, partnership_id, body, search from view.document_version_1 {version} | 1 | EXTRA | ghost",
			"delete from view.moment where position = (select max(position) from view.moment) | 1 | MISSING | position",
			"insert into view.moment select max(position) + 1, max(at) + interval '1 day' from view.moment | 1 | EXTRA | position",
			"update view.moment set at = at + interval '1 millisecond' where position = 1 | 1 | DIFFERENT | at is",
			"update view.generation set version = 2 where id = 1 | 1 | MISSING | not served"})
	void aPlantedDifferenceIsFound(String spoil, long differences, Kind kind, String named) {
		DATABASE.execute(
				"create table view.kept_document as table view.document; create table view.kept_version as table view.document_version; create table view.kept_moment as table view.moment");
		try {
			DATABASE.execute(spoil.replace("{document}", FIRST_DOCUMENT).replace("{version}", FIRST_DOCUMENT.replace("view.document_1", "view.document_version_1")));
			Checker.Result result = check();
			assertThat(result.differences()).as("%s", result.first()).isEqualTo(differences);
			assertThat(result.first()).anySatisfy(difference -> {
				assertThat(difference.kind()).isEqualTo(kind);
				assertThat(difference.what()).contains(named);
			});
		} finally {
			DATABASE.execute("""
					truncate view.document, view.document_version, view.moment;
					insert into view.document (generation, id, from_position, recorded_at, sequence, partnership_id, body, search)
					  select generation, id, from_position, recorded_at, sequence, partnership_id, body, search from view.kept_document;
					insert into view.document_version table view.kept_version;
					insert into view.moment table view.kept_moment;
					drop table view.kept_document, view.kept_version, view.kept_moment;
					update view.generation set version = 1""");
		}
		assertThat(check().isClean()).isTrue();
	}
}
