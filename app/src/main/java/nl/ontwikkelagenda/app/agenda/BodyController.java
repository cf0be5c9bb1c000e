package nl.ontwikkelagenda.app.agenda;

import java.util.Objects;

import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyCommand.EstablishBody;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
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
@RequestMapping(Api.BASE + "/bodies")
class BodyController {

	private final Answers answers;

	BodyController(Answers answers) {
		this.answers = answers;
	}

	/** @param access absent means open */
	record Establishing(@Nullable BodyId id, PartnershipId partnershipId, BodyKind kind, @Words(max = 200, lines = false) FreeText name, @Nullable Access access) {
	}

	@PostMapping
	ResponseEntity<BodyView> establish(@RequestBody Establishing body) {
		BodyId id = Objects.requireNonNullElseGet(body.id(), () -> new BodyId(Ids.next()));
		return answers.created(new EstablishBody(id, body.partnershipId(), body.kind(), body.name(), Objects.requireNonNullElse(body.access(), Access.OPEN)), ReadModels.BODIES,
				id);
	}

	@GetMapping
	ResponseEntity<Listed<BodyView>> list() {
		return answers.list(ReadModels.BODIES);
	}

	@GetMapping("/{id}")
	ResponseEntity<BodyView> one(@PathVariable BodyId id) {
		return answers.one(ReadModels.BODIES, id);
	}
}
