package nl.ontwikkelagenda.app.agenda;

import java.util.Map;
import java.util.Objects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import nl.ontwikkelagenda.agenda.meeting.Introducer;
import nl.ontwikkelagenda.agenda.meeting.ItemId;
import nl.ontwikkelagenda.agenda.meeting.ItemView;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.CarryItemOver;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.MoveItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.PlaceItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.TreatItem;
import nl.ontwikkelagenda.agenda.meeting.MeetingCommand.WithdrawItem;
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
class ItemController {

	private static final String MINUTES = "Geef een aantal minuten van 1 tot en met 1440.";

	private final Answers answers;

	ItemController(Answers answers) {
		this.answers = answers;
	}

	/**
	 * Who introduces an item.
	 *
	 * @param description of a speaker who is not in the register, without a name
	 */
	record IntroducedBy(@Nullable PersonId personId, @Nullable @Words(max = 200, lines = false) FreeText description,
			@Nullable @Words(max = 200, lines = false) FreeText organisation) {
	}

	/**
	 * @param minutes how long it may take
	 * @param before  the item that it comes before; absent for the end
	 */
	record Placing(@Nullable ItemId id, @Words(max = 200, lines = false) FreeText title,
			@Nullable @Min(value = 1, message = MINUTES) @Max(value = 1440, message = MINUTES) Integer minutes, @Nullable ThemeId themeId,
			@Nullable IntroducedBy introducedBy, @Nullable ItemId before) {

		@Nullable
		Introducer introducer() {
			return introducedBy == null ? null : new Introducer(introducedBy.personId(), introducedBy.description(), introducedBy.organisation());
		}
	}

	/** @param before absent for the end */
	record Moving(@Nullable ItemId before) {
	}

	record Withdrawing(FreeText reason) {
	}

	record CarryingOver(MeetingId meetingId) {
	}

	@PostMapping("/meetings/{id}/items")
	ResponseEntity<ItemView> place(@PathVariable MeetingId id, @RequestBody Placing item) {
		ItemId itemId = Objects.requireNonNullElseGet(item.id(), () -> new ItemId(Ids.next()));
		return answers.created(new PlaceItem(id, itemId, item.title(), item.minutes(), item.themeId(), item.introducer(), item.before()), ReadModels.ITEMS, itemId);
	}

	@GetMapping("/meetings/{id}/items")
	ResponseEntity<Listed<ItemView>> ofMeeting(@PathVariable MeetingId id) {
		return answers.list(ReadModels.ITEMS, Map.of("meetingId", id));
	}

	@GetMapping("/items")
	ResponseEntity<Listed<ItemView>> list() {
		return answers.list(ReadModels.ITEMS);
	}

	@GetMapping("/items/{id}")
	ResponseEntity<ItemView> one(@PathVariable ItemId id) {
		return answers.one(ReadModels.ITEMS, id);
	}

	@PostMapping("/items/{id}/planning")
	ResponseEntity<ItemView> move(@PathVariable ItemId id, @RequestBody Moving moving) {
		return answers.created(new MoveItem(meetingOf(id), id, moving.before()), ReadModels.ITEMS, id);
	}

	@PostMapping("/items/{id}/treatment")
	ResponseEntity<ItemView> treat(@PathVariable ItemId id) {
		return answers.created(new TreatItem(meetingOf(id), id), ReadModels.ITEMS, id);
	}

	@PostMapping("/items/{id}/withdrawal")
	ResponseEntity<ItemView> withdraw(@PathVariable ItemId id, @RequestBody Withdrawing withdrawal) {
		return answers.created(new WithdrawItem(meetingOf(id), id, withdrawal.reason()), ReadModels.ITEMS, id);
	}

	@PostMapping("/items/{id}/carry-overs")
	ResponseEntity<ItemView> carryOver(@PathVariable ItemId id, @RequestBody CarryingOver carryOver) {
		return answers.created(new CarryItemOver(meetingOf(id), id, carryOver.meetingId()), ReadModels.ITEMS, id);
	}

	private MeetingId meetingOf(ItemId id) {
		return answers.known(ReadModels.ITEMS, id).meetingId();
	}
}
