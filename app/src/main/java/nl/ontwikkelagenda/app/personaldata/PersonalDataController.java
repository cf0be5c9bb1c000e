package nl.ontwikkelagenda.app.personaldata;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.audit.AccessRecorder;
import nl.ontwikkelagenda.app.audit.AuditAccesses.Kind;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(Api.BASE)
@MayRead(anyone = true, inPerson = true)
@WithoutAsOf("Uw gegevens krijgt u zoals ze nu zijn vastgelegd; laat asOf weg.")
class PersonalDataController {

	private final EverythingAbout everything;
	private final AccessRecorder recorder;

	PersonalDataController(EverythingAbout everything, AccessRecorder recorder) {
		this.recorder = recorder;
		this.everything = everything;
	}

	/** Everything that is recorded about the caller, as known now; takes a while where much is recorded. */
	@GetMapping("/people/me/data")
	ResponseEntity<PersonalData> mine(HttpServletRequest request) {
		recorder.exported(request, Kind.OWN_DATA_EXPORTED);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(everything.person(Caller.required().personId()));
	}
}
