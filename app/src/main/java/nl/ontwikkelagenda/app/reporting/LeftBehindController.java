package nl.ontwikkelagenda.app.reporting;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.leftbehind.LeftBehind;
import nl.ontwikkelagenda.reporting.leftbehind.LeftBehindLists;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE + "/partnerships/{id}/left-behind")
class LeftBehindController {

	private final LeftBehindLists lists;
	private final Readers readers;
	private final Moments moments;

	LeftBehindController(LeftBehindLists lists, Readers readers, Moments moments) {
		this.lists = lists;
		this.readers = readers;
		this.moments = moments;
	}

	/** Open promises, seats and mandates of organisations and persons that left. */
	@GetMapping
	@MayRead(anyone = true)
	ResponseEntity<LeftBehind> leftBehind(@PathVariable PartnershipId id) {
		readers.check(ReadModels.DEPARTURES, id);
		LeftBehind list = lists.of(id, moments.asOf(), moments.day()).orElseThrow(NotFound::new);
		return ResponseEntity.ok().headers(moments.contentLocation()).body(list);
	}
}
