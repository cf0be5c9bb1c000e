package nl.ontwikkelagenda.app.processing;

import java.util.List;

import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The register of processing over REST, for everybody who is in it. */
@RestController
@RequestMapping(Api.BASE + "/processing-activities")
@WithoutAsOf("Het register hoort bij deze versie van de toepassing; laat asOf weg.")
@MayRead(anyone = true)
class ProcessingActivityController {

	private final ProcessingRegister register;

	ProcessingActivityController(ProcessingRegister register) {
		this.register = register;
	}

	/** All that is done with personal data. */
	@GetMapping
	ResponseEntity<Listed<ProcessingActivity>> list() {
		List<ProcessingActivity> all = register.activities();
		return ResponseEntity.ok(new Listed<>(all, 1, all.size(), all.size()));
	}

	/** One of these, by its key. */
	@GetMapping("/{key}")
	ResponseEntity<ProcessingActivity> one(@PathVariable String key) {
		return ResponseEntity.ok(register.activities().stream().filter(activity -> activity.key().equals(key)).findFirst().orElseThrow(NotFound::new));
	}
}
