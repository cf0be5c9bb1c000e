package nl.ontwikkelagenda.app.demo;

import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.axonframework.spring.config.SpringAxonConfiguration;
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

	private final Commands commands;
	private final Documents documents;
	private final RecordingClock clock;
	private final Cast cast;
	private volatile boolean running;

	DemoData(Commands commands, Documents documents, RecordingClock clock, Cast cast) {
		this.commands = commands;
		this.documents = documents;
		this.clock = clock;
		this.cast = cast;
	}

	@Override
	public void start() {
		running = true;
		if (documents.find(ReadModels.DECISIONS, DevelopmentAgenda2021.LAST.toString(), AsOf.NOW).isPresent()) {
			return;
		}
		cast.enter();
		try {
			Story story = new Story(commands, clock, Cast.SECRETARY);
			new WorkSession2018(story).tell();
			new DevelopmentAgenda2021(story).tell();
		} finally {
			clock.runAgain();
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
