package nl.ontwikkelagenda.app.demo;

import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.StoreUnavailable;
import nl.ontwikkelagenda.app.console.Progress;
import nl.ontwikkelagenda.app.store.RecordingClock;

import org.axonframework.spring.config.SpringAxonConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells the demo history on the first start, before anyone can ask for it. A start that broke off is continued by the next. */
@Component
@ConditionalOnBooleanProperty("ontwikkelagenda.demo")
@ConditionalOnBooleanProperty(name = "ontwikkelagenda.demo-history", matchIfMissing = true)
class DemoData implements SmartLifecycle {

	/** After the views and the command handlers, before the web server. */
	private static final int PHASE = SpringAxonConfiguration.LIFECYCLE_PHASE + 1;

	private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

	private final DemoTurn turn;
	private final Told told;
	private final Commands commands;
	private final RecordingClock clock;
	private final Cast cast;
	private volatile boolean running;

	DemoData(DemoTurn turn, Told told, Commands commands, RecordingClock clock, Cast cast) {
		this.turn = turn;
		this.told = told;
		this.commands = commands;
		this.clock = clock;
		this.cast = cast;
	}

	@Override
	public void start() {
		running = true;
		if (!turn.isOurs()) {
			return;
		}
		try (var _ = Progress.of("De geschiedenis van de demo wordt verteld")) {
			cast.enter();
			tell(!told.regions(), !told.programme());
		} catch (StoreUnavailable e) {
			LOG.warn("De geschiedenis van de demo kan nu niet worden verteld; de volgende start doet dat: {}", e.getMessage());
		} finally {
			clock.runAgain();
			turn.pass();
		}
	}

	/** In the order of their days, so that what was known on a day is what had been told by then. */
	private void tell(boolean regions, boolean programme) {
		Story ofRegions = new Story(commands, clock, Cast.SECRETARY, "demo-");
		MetAndereOgen ofProgramme = new MetAndereOgen(new Story(commands, clock, Cast.SECRETARY, "demo-programme-"));
		RegionalMonitor ofMonitor = new RegionalMonitor(new Story(commands, clock, Cast.SECRETARY, "demo-monitor-"));
		if (regions) {
			new WorkSession2018(ofRegions).tell();
		}
		if (programme) {
			ofProgramme.tellOfCommunities();
			ofMonitor.tellOfFirstYears();
		}
		if (regions) {
			new DevelopmentAgenda2021(ofRegions).tell();
		}
		if (programme) {
			ofMonitor.tellOfThirdYear();
			ofProgramme.tellOfLibrary();
			ofProgramme.tellOfReflections();
		}
	}

	@Override
	public void stop() {
		running = false;
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}
}
