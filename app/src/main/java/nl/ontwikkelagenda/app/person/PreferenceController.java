package nl.ontwikkelagenda.app.person;

import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.person.Preferences.Preference;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller wants to be spared. */
@RestController
@RequestMapping(Api.BASE + "/people/me/preferences")
@WithoutAsOf("Voorkeuren zijn er alleen zoals ze nu zijn; laat asOf weg.")
@MayRead(anyone = true)
class PreferenceController {

	private final Preferences preferences;

	PreferenceController(Preferences preferences) {
		this.preferences = preferences;
	}

	@GetMapping
	ResponseEntity<Preference> mine() {
		return ResponseEntity.ok(preferences.of(Caller.required().personId()));
	}

	@PutMapping
	ResponseEntity<Preference> change(@RequestBody Preference preference) {
		preferences.set(Caller.required().personId(), preference);
		return mine();
	}
}
