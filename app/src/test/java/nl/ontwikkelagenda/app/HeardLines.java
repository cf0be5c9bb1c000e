package nl.ontwikkelagenda.app;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

/**
 * Tells every line of the log to who listens. Named in {@code logback-test.xml}: whoever starts an application in the meantime sets up logging anew, and an appender that a test added by
 * itself would then hear nothing more.
 */
public final class HeardLines extends AppenderBase<ILoggingEvent> {

	private static final Set<Consumer<ILoggingEvent>> LISTENERS = new CopyOnWriteArraySet<>();

	/** From now on, until it is closed. */
	public static AutoCloseable by(Consumer<ILoggingEvent> listener) {
		LISTENERS.add(listener);
		return () -> LISTENERS.remove(listener);
	}

	@Override
	protected void append(ILoggingEvent line) {
		LISTENERS.forEach(listener -> listener.accept(line));
	}
}
