package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.agenda.partnership.RightsView.Held;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.store.RecordingClock;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.JdbcDocuments;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A second installation that knows of a first one only what that had recorded up to a moment, at which its clock stands. It shares what is kept outside the log and known as it is
 * now: persons, and what somebody may see (the rights of today, as everywhere).
 */
final class StoppedSystem implements AutoCloseable {

	/** Kept outside the log; each is copied as far as it is not there yet. */
	private static final List<String> REGISTERS = List.of("register.person", "register.attachment", "register.reminder_round", "register.reminder");

	private final Running of;
	private final Running app;
	private long position;

	StoppedSystem(Running of, String... properties) {
		this.of = of;
		Documents documents = of.context().getBean(Documents.class);
		this.app = Running.with(beans -> beans.registerBean(RightsOfToday.class, () -> new RightsOfToday(documents)), properties);
		// what automations made of these facts is among them
		app.context().getBean(EventProcessingConfiguration.class).eventProcessors().values().forEach(EventProcessor::shutDown);
		REGISTERS.forEach(register -> copy(register, "true", "on conflict do nothing"));
	}

	Running app() {
		return app;
	}

	/** Up to which fact it knows. */
	long position() {
		return position;
	}

	/** Feeds it what the first had recorded by this moment; moments come in ascending order. */
	void stopAt(Instant moment) {
		long upTo = positionAt(moment);
		if (upTo > position) {
			copy("log.domain_event", "global_index > " + position + " and global_index <= " + upTo, "");
			position = upTo;
		}
		assertThat(app.context().getBean(ReadModelEngine.class).awaitPosition(position, Duration.ofMinutes(1))).as("caught up with " + position).isTrue();
		app.context().getBean(RecordingClock.class).standAt(moment);
	}

	/** The end of the longest prefix of the log in which nothing was recorded after the moment. */
	private long positionAt(Instant moment) {
		try (Connection connection = of.database().owner().getConnection();
				var statement = connection.prepareStatement(
						"select coalesce(min(global_index) filter (where time_stamp > ?) - 1, max(global_index)) from log.domain_event")) {
			statement.setObject(1, moment.atOffset(java.time.ZoneOffset.UTC));
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getLong(1);
			}
		} catch (SQLException e) {
			throw new IllegalStateException(e);
		}
	}

	private void copy(String table, String which, String onConflict) {
		DataSource from = of.database().owner();
		DataSource to = app.database().owner();
		try (Connection source = from.getConnection(); Connection target = to.getConnection(); var read = source.createStatement()) {
			target.setAutoCommit(false);
			ResultSet rows = read.executeQuery("select * from " + table + " where " + which + " order by 1");
			int columns = rows.getMetaData().getColumnCount();
			String marks = IntStream.range(0, columns).mapToObj(i -> "?").collect(Collectors.joining(", "));
			try (var write = target.prepareStatement("insert into " + table + " overriding system value values (" + marks + ") " + onConflict)) {
				while (rows.next()) {
					for (int column = 1; column <= columns; column++) {
						write.setObject(column, rows.getObject(column));
					}
					write.addBatch();
				}
				write.executeBatch();
			}
			target.commit();
		} catch (SQLException e) {
			throw new IllegalStateException("Copying " + table, e);
		}
	}

	@Override
	public void close() {
		app.context().getBean(RecordingClock.class).runAgain();
		app.context().close();
	}

	/** Lets the views answer the question who may see what as the first installation does now, whatever day it is here. */
	private record RightsOfToday(Documents today) implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return bean instanceof Documents then && !(bean instanceof JdbcDocuments)
					? Proxy.newProxyInstance(Documents.class.getClassLoader(), new Class<?>[] {Documents.class}, (proxy, method, arguments) -> {
						try {
							boolean rights = method.getName().equals("find") && ReadModels.RIGHTS.equals(arguments[0]);
							return rights ? today.find(ReadModels.RIGHTS, (String) arguments[1], AsOf.NOW).map(RightsOfToday::atAnyTime) : method.invoke(then, arguments);
						} catch (InvocationTargetException e) {
							throw e.getCause();
						}
					})
					: bean;
		}

		private static Stored<RightsView> atAnyTime(Stored<RightsView> stored) {
			LocalDate day = LocalDate.now(Today.AMSTERDAM);
			List<Held> held = stored.document().rights().stream().filter(right -> right.on(day)).map(right -> new Held(right.partnershipId(), right.right(), LocalDate.EPOCH, null))
					.toList();
			return new Stored<>(stored.id(), new RightsView(stored.document().personId(), held), stored.sequence(), stored.position(), stored.recordedAt());
		}
	}
}
