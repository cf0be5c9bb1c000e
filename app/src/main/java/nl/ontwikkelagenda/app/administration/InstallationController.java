package nl.ontwikkelagenda.app.administration;

import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How it is with the installation, for who administers it. */
@RestController
@RequestMapping(Api.BASE + "/installation")
@MayRead(installation = true)
@WithoutAsOf("Van de installatie is alleen bekend hoe het er nu mee staat; laat asOf weg.")
class InstallationController {

	private final Installation installation;

	InstallationController(Installation installation) {
		this.installation = installation;
	}

	@GetMapping
	ResponseEntity<InstallationState> state() {
		return ResponseEntity.ok(installation.state());
	}
}
