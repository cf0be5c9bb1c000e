package nl.ontwikkelagenda.app.rebuild;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.IdempotencyKeyReused;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.Paging;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.readmodel.DocumentDifference;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.RebuildId;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Cause;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.State;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.TakeOver;
import nl.ontwikkelagenda.reporting.readmodel.Rebuilds;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilds of read models, one at a time. They are facts about this installation, not of a partnership, so they stand in no log and know no earlier moments. */
@RestController
@RequestMapping(Api.BASE + "/rebuilds")
@MayRead(installation = true)
@WithoutAsOf("Van een herbouw is alleen bekend hoe het er nu mee staat; laat asOf weg.")
class RebuildController {

	private static final String READ_MODELS = "readModels";
	private static final Set<String> NAMES = ReadModels.ALL.stream().map(ReadModel::name).collect(Collectors.toCollection(LinkedHashSet::new));

	private final Rebuilds rebuilds;

	RebuildController(Rebuilds rebuilds) {
		this.rebuilds = rebuilds;
	}

	/**
	 * What is to be rebuilt.
	 *
	 * @param readModels names; none for all
	 * @param takeOver   when the new ones serve; when built if left out
	 */
	record Asked(List<String> readModels, @Nullable TakeOver takeOver) {

		TakeOver takeOverOrUsual() {
			return takeOver == null ? TakeOver.WHEN_BUILT : takeOver;
		}
	}

	@PostMapping
	ResponseEntity<RebuildState> ask(@RequestBody Asked asked) {
		refuseUnknown(asked.readModels());
		RebuildId id = new RebuildId(Ids.next(Intent.CURRENT.get(), "rebuild"));
		RebuildState rebuild = rebuilds.ask(id, Cause.PERSON, Caller.required().personId(), asked.readModels(), asked.takeOverOrUsual());
		Set<String> wanted = asked.readModels().isEmpty() ? NAMES : Set.copyOf(asked.readModels());
		boolean asAsked = rebuild.takeOver() == asked.takeOverOrUsual() && rebuild.readModels().stream().map(RebuildState.Part::name).collect(Collectors.toSet()).equals(wanted);
		if (!asAsked) {
			throw new IdempotencyKeyReused();
		}
		return created(rebuild);
	}

	private static void refuseUnknown(List<String> names) {
		for (int i = 0; i < names.size(); i++) {
			if (!NAMES.contains(names.get(i))) {
				throw new InvalidInput(READ_MODELS + "[" + i + "]", "Dit overzicht bestaat niet. Wel: " + String.join(", ", NAMES) + ".");
			}
		}
	}

	/** Latest first. */
	@GetMapping
	ResponseEntity<Listed<RebuildState>> list(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		Rebuilds.Listing found = rebuilds.list(paging.page(), paging.pageSize());
		return listed(found.rebuilds(), paging, found.total());
	}

	@GetMapping("/{id}")
	ResponseEntity<RebuildState> one(@PathVariable RebuildId id) {
		return ResponseEntity.ok(known(id));
	}

	/** The documents of one read model that came out differently, by id, as long as both the old and the new ones are there. */
	@GetMapping("/{id}/differences")
	ResponseEntity<Listed<DocumentDifference>> differences(@PathVariable RebuildId id, @RequestParam String readModel, @RequestParam(defaultValue = "1") String page,
			@RequestParam(defaultValue = "20") String pageSize) {
		Paging paging = Paging.read(page, pageSize);
		if (!NAMES.contains(readModel)) {
			throw new InvalidInput("readModel", "Dit overzicht bestaat niet. Wel: " + String.join(", ", NAMES) + ".");
		}
		Rebuilds.Differences found = rebuilds.differences(known(id).id(), readModel, paging.page(), paging.pageSize()).orElseThrow(NotFound::new);
		return listed(found.documents(), paging, found.total());
	}

	/** Stops it, and throws away what it made. */
	@PostMapping("/{id}/cancellation")
	ResponseEntity<RebuildState> cancel(@PathVariable RebuildId id) {
		return moved(id, rebuilds::cancel, Set.of(State.CANCELLED));
	}

	/** Lets what waits for it take over. */
	@PostMapping("/{id}/takeover")
	ResponseEntity<RebuildState> takeOver(@PathVariable RebuildId id) {
		return moved(id, rebuilds::takeOver, Set.of(State.TAKING_OVER, State.TAKEN_OVER));
	}

	/** Lets what served before it serve again. */
	@PostMapping("/{id}/return")
	ResponseEntity<RebuildState> goBack(@PathVariable RebuildId id) {
		return moved(id, rebuilds::goBack, Set.of(State.RETURNING, State.RETURNED));
	}

	/** @param done where it is when an earlier request with the same idempotency key had its effect */
	private ResponseEntity<RebuildState> moved(RebuildId id, Function<RebuildId, RebuildState> move, Set<State> done) {
		RebuildState before = known(id);
		boolean again = Intent.CURRENT.get().once() != null && done.contains(before.state());
		return created(again ? before : move.apply(id));
	}

	private RebuildState known(RebuildId id) {
		return rebuilds.find(id).orElseThrow(NotFound::new);
	}

	private static ResponseEntity<RebuildState> created(RebuildState rebuild) {
		return ResponseEntity.created(URI.create(Api.path("rebuilds", rebuild.id()))).body(rebuild);
	}

	private static <D> ResponseEntity<Listed<D>> listed(List<D> items, Paging paging, long total) {
		HttpHeaders headers = new HttpHeaders();
		paging.links(total).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(new Listed<>(items, paging.page(), paging.pageSize(), total));
	}
}
