package nl.ontwikkelagenda.app.command;

import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import nl.ontwikkelagenda.app.store.LogUnavailable;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ViewState;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready when the views keep up with the log and every automation runs. A view that was set aside, a failing automation and dead letters are told but stop nobody. */
@Component("pipeline")
class PipelineHealth implements HealthIndicator, MeterBinder {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final EventLog log;
	private final ReadModelEngine views;
	private final Automations automations;

	PipelineHealth(EventLog log, ReadModelEngine views, Automations automations) {
		this.log = log;
		this.views = views;
		this.automations = automations;
	}

	@Override
	public Health health() {
		try {
			long head = log.safePosition();
			boolean caughtUp = views.isRunning() && views.awaitPosition(head, PATIENCE);
			List<Automations.State> states = automations.states();
			boolean ready = caughtUp && states.stream().allMatch(Automations.State::running);
			return (ready ? Health.up() : Health.outOfService()).withDetail("position", head).withDetail("views", views.position())
					.withDetail("viewsSetAside", names(ViewState.State.SET_ASIDE)).withDetail("viewsBeingBuilt", names(ViewState.State.BUILDING))
					.withDetail("automations", states).build();
		} catch (LogUnavailable e) {
			// a server of its own is away: what was recorded can be read
			return Health.up().withDetail("log", "niet bereikbaar: lezen kan, wijzigen niet").withDetail("views", views.position()).build();
		} catch (RuntimeException e) {
			return Health.down(e).build();
		}
	}

	private List<String> names(ViewState.State state) {
		return views.states().stream().filter(view -> view.state() == state).map(ViewState::name).toList();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("automations.dead.letters", automations, all -> all.states().stream().mapToLong(Automations.State::deadLetters).sum())
				.description("Events that automations could not handle, or that wait behind one").register(registry);
		Gauge.builder("automations.behind", automations, all -> all.states().stream().mapToLong(Automations.State::behind).max().orElse(0))
				.description("Positions of the log that the slowest automation has yet to see").register(registry);
		Gauge.builder("views.behind", views, engine -> Math.max(0, log.safePosition() - engine.position())).description("Positions of the log that the views have yet to show")
				.register(registry);
		Gauge.builder("views.set.aside", this, pipeline -> pipeline.names(ViewState.State.SET_ASIDE).size()).description("Views that stopped at a fact that they cannot take in")
				.register(registry);
		Gauge.builder("views.being.built", this, pipeline -> pipeline.names(ViewState.State.BUILDING).size()).description("Views that are being built anew").register(registry);
	}
}
