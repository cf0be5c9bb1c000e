package nl.ontwikkelagenda.app.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.meeting.GroupId;
import nl.ontwikkelagenda.agenda.meeting.GroupView;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.meeting.MinutesStatus;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Not;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.junit.jupiter.api.Test;

/** What a visitor does not see of a meeting is what nothing is found by either. */
class LeftOutTest {

	private static final UUID ID = new UUID(0, 1);
	private static final MeetingId MEETING = new MeetingId(ID);
	private static final PartnershipId PARTNERSHIP = new PartnershipId(ID);
	private static final PersonId PERSON = new PersonId(ID);
	private static final LocalDate DAY = LocalDate.of(2018, 9, 24);

	@Test
	void nothingIsFoundByWhatAnAnnouncementLeavesOut() {
		MeetingView held = new MeetingView(MEETING, PARTNERSHIP, null, null, null, "Werksessie", MeetingStatus.HELD, DAY, null, null, null, false, null, List.of(), null, null,
				true,
				List.of(new MeetingView.Attendance(PERSON, null, Presence.PRESENT, null, List.of())), new MeetingView.Headcount(1, 1, 1), 1, 1, 1,
				new MeetingView.Minutes(MinutesStatus.DRAFT, DAY, null, null, List.of(), null, null), new MeetingView.Publication(DAY, null, Instant.EPOCH), Instant.EPOCH);
		GroupView reported = new GroupView(new GroupId(ID), PARTNERSHIP, MEETING, "Tafel 1", null, List.of(PERSON), List.of(new GroupView.Report("Terug", Instant.EPOCH)));
		assertThat(leftOut(held, held.announced())).hasSize(5).isEqualTo(told(ReadModels.MEETINGS));
		assertThat(leftOut(reported, reported.announced())).hasSize(1).isEqualTo(told(ReadModels.GROUPS));
		assertThat(LeftOut.tells(ReadModels.MEETINGS, new Not(new Is("minutes.status", "DRAFT")))).isTrue();
		assertThat(LeftOut.tells(ReadModels.MEETINGS, new Is("status", "HELD"))).isFalse();
		assertThat(LeftOut.tells(ReadModels.ITEMS, "reports")).isFalse();
	}

	private static Set<String> leftOut(Record whole, Record part) {
		return Arrays.stream(whole.getClass().getRecordComponents()).filter(component -> {
			try {
				return !Objects.equals(component.getAccessor().invoke(whole), component.getAccessor().invoke(part));
			} catch (ReflectiveOperationException e) {
				throw new LinkageError(e.getMessage(), e);
			}
		}).map(RecordComponent::getName).collect(Collectors.toSet());
	}

	private static Set<String> told(ReadModel<?, ?> view) {
		return Arrays.stream(view.document().getRecordComponents()).map(RecordComponent::getName).filter(field -> LeftOut.tells(view, field)).collect(Collectors.toSet());
	}
}
