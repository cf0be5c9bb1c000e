package nl.ontwikkelagenda.app.agenda;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import nl.ontwikkelagenda.agenda.meeting.GroupId;
import nl.ontwikkelagenda.agenda.meeting.GroupView;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.FormGroup;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.ReportBack;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Words;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
class GroupController {

	private final Answers answers;

	GroupController(Answers answers) {
		this.answers = answers;
	}

	record Forming(@Nullable GroupId id, @Words(max = 200, lines = false) FreeText name, @Nullable ThemeId themeId, List<PersonId> members) {
	}

	record Report(FreeText text) {
	}

	@PostMapping("/meetings/{id}/groups")
	ResponseEntity<GroupView> form(@PathVariable MeetingId id, @RequestBody Forming group) {
		GroupId groupId = Objects.requireNonNullElseGet(group.id(), () -> new GroupId(Ids.next()));
		return answers.created(new FormGroup(id, groupId, group.name(), group.themeId(), group.members()), ReadModels.GROUPS, groupId);
	}

	@GetMapping("/meetings/{id}/groups")
	ResponseEntity<Listed<GroupView>> ofMeeting(@PathVariable MeetingId id) {
		return answers.list(ReadModels.GROUPS, Map.of("meetingId", id));
	}

	@GetMapping("/groups")
	ResponseEntity<Listed<GroupView>> list() {
		return answers.list(ReadModels.GROUPS);
	}

	@GetMapping("/groups/{id}")
	ResponseEntity<GroupView> one(@PathVariable GroupId id) {
		return answers.one(ReadModels.GROUPS, id);
	}

	@PostMapping("/groups/{id}/reports")
	ResponseEntity<GroupView> reportBack(@PathVariable GroupId id, @RequestBody Report report) {
		return answers.created(new ReportBack(answers.known(ReadModels.GROUPS, id).meetingId(), id, report.text()), ReadModels.GROUPS, id);
	}
}
