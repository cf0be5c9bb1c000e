package nl.ontwikkelagenda.reporting.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadModelEngineTest {

	private static final Duration PATIENCE = Duration.ofSeconds(30);
	private static final String CURRENT = "select g.name, d.id, d.from_position, d.recorded_at, d.sequence, d.partnership_id, d.body, d.search "
			+ "from view.document d join view.generation g on g.id = d.generation where g.serving order by 1, 2";
	private static final String EARLIER = "select g.name, d.id, d.from_position, d.to_position, d.recorded_at, d.sequence, d.partnership_id, d.body, d.search "
			+ "from view.document_version d join view.generation g on g.id = d.generation where g.serving order by 1, 2, 3";

	private final ViewDatabase database = new ViewDatabase();
	private final MemoryLog log = new MemoryLog();
	private ReadModelEngine engine = engine(Notes.NOTES, Notes.LABELS);

	private ReadModelEngine engine(ReadModel<?, ?>... models) {
		return new ReadModelEngine(database.application(), log, List.of(models), DocumentJson.mapper(), (what, position, target) -> {
		});
	}

	@AfterEach
	void stop() {
		engine.stop();
	}

	@Test
	void batchesAndSingleFactsGiveTheSameRows() {
		Notes.happen(log, 1, 700, 40);
		engine.start();
		assertThat(engine.awaitPosition(log.safePosition(), PATIENCE)).isTrue();

		ViewDatabase other = new ViewDatabase();
		MemoryLog slow = new MemoryLog();
		ReadModelEngine oneByOne = new ReadModelEngine(other.application(), slow, List.of(Notes.NOTES, Notes.LABELS), DocumentJson.mapper(), (what, position, target) -> {
		});
		oneByOne.start();
		for (EventLog.Entry entry : log.upTo(Long.MAX_VALUE)) {
			long position = slow.append(entry.aggregate(), entry.when().sequence(), entry.event(), entry.when().at());
			assertThat(oneByOne.awaitPosition(position, PATIENCE)).isTrue();
		}
		oneByOne.stop();

		assertThat(other.rows(CURRENT)).isEqualTo(database.rows(CURRENT)).hasSizeGreaterThan(30);
		assertThat(other.rows(EARLIER)).isEqualTo(database.rows(EARLIER)).hasSizeGreaterThan(300);
		assertThat(other.rows("select * from view.moment order by 1")).isEqualTo(database.rows("select * from view.moment order by 1"));
	}
}
