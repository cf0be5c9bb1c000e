package nl.ontwikkelagenda.app.meetingroom;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.meeting.ItemId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which item each meeting is at, for everybody who looks at it. */
@Component
public class ItemsUnderWay {

	private final JdbcClient jdbc;
	private final Clock clock;

	ItemsUnderWay(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	public record UnderWay(ItemId itemId, Instant since) {

		public long seconds(Instant now) {
			return Math.max(0, now.getEpochSecond() - since.getEpochSecond());
		}
	}

	public Optional<UnderWay> of(MeetingId meeting) {
		return jdbc.sql("select item_id, since from register.item_under_way where meeting_id = ?").param(meeting.value())
				.query((row, number) -> new UnderWay(new ItemId(row.getObject("item_id", UUID.class)), row.getTimestamp("since").toInstant())).optional();
	}

	/** Starts the clock of this item; one that is under way keeps its time. */
	void begin(MeetingId meeting, ItemId item) {
		jdbc.sql("""
				insert into register.item_under_way (meeting_id, item_id, since) values (?, ?, ?) on conflict (meeting_id) do update
				set item_id = excluded.item_id, since = excluded.since where item_under_way.item_id <> excluded.item_id""")
				.params(meeting.value(), item.value(), Timestamp.from(clock.instant())).update();
	}

	void end(MeetingId meeting) {
		jdbc.sql("delete from register.item_under_way where meeting_id = ?").param(meeting.value()).update();
	}
}
