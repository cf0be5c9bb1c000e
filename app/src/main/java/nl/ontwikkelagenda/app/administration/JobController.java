package nl.ontwikkelagenda.app.administration;

import java.net.URI;
import java.util.List;

import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.app.rest.Listed;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs that come back by themselves, over REST. */
@RestController
@RequestMapping(Api.BASE + "/jobs")
@MayRead(installation = true)
@WithoutAsOf("Van taken is alleen bekend hoe het er nu mee staat; laat asOf weg.")
class JobController {

	private final JobRegister jobs;

	JobController(JobRegister jobs) {
		this.jobs = jobs;
	}

	@GetMapping
	ResponseEntity<Listed<Job>> list() {
		List<Job> all = jobs.all();
		return ResponseEntity.ok(new Listed<>(all, 1, Math.max(1, all.size()), all.size()));
	}

	@GetMapping("/{name}")
	ResponseEntity<Job> one(@PathVariable String name) {
		return ResponseEntity.ok(jobs.one(name));
	}

	/** Has it done now, beside the times at which it is done anyway. */
	@PostMapping("/{name}/starts")
	ResponseEntity<Job> start(@PathVariable String name) {
		Job job = jobs.start(name);
		return ResponseEntity.created(URI.create(Api.path("jobs", job.name()))).body(job);
	}
}
