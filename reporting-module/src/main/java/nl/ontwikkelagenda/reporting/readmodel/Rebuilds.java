package nl.ontwikkelagenda.reporting.readmodel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Cause;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Comparison;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Part;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Phase;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.State;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.TakeOver;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/**
 * Rebuilds as people see them: asked for, watched, cancelled, taking over, undone. Whatever is asked here is done by the instance that keeps the views, which notices within a few
 * seconds; nothing here waits for it.
 */
public final class Rebuilds {

	private static final String DUPLICATE = "23505";

	private final DataSource dataSource;
	private final Map<String, ReadModel<?, ?>> models;
	private final JsonMapper json;
	private final Runnable asked;

	/** @param asked is run when there is something new for the keeper to look at */
	Rebuilds(DataSource dataSource, Map<String, ReadModel<?, ?>> models, JsonMapper json, Runnable asked) {
		this.dataSource = dataSource;
		this.models = models;
		this.json = json;
		this.asked = asked;
	}

	/** One page, latest first. */
	public record Listing(List<RebuildState> rebuilds, long total) {
	}

	/** One page, by id. */
	public record Differences(List<DocumentDifference> documents, long total) {
	}

	/**
	 * Asks for new generations of some views, which are built beside those that serve.
	 *
	 * @param id     a new one; asking again with the same id is asking once
	 * @param person who asks; null unless it is a person
	 * @param names  views; empty for all
	 * @throws RuleBroken               when another rebuild is not over yet
	 * @throws IllegalArgumentException when there is no view of such a name
	 */
	public RebuildState ask(RebuildId id, Cause cause, @Nullable PersonId person, Collection<String> names, TakeOver takeOver) {
		List<ReadModel<?, ?>> chosen = chosen(names);
		Optional<RebuildState> earlier = find(id);
		if (earlier.isPresent()) {
			return earlier.get();
		}
		try {
			inTransaction(connection -> {
				enter(connection, id.value(), cause, person, takeOver);
				for (ReadModel<?, ?> model : chosen) {
					Long generation = Generations.ask(connection, model);
					if (generation == null) {
						throw busy(model.name());
					}
					addPart(connection, id.value(), model.name(), generation);
				}
				return true;
			});
		} catch (Refused e) {
			if (DUPLICATE.equals(e.cause.getSQLState())) {
				throw new RuleBroken("one-rebuild-at-a-time", "Er loopt al een herbouw; wacht tot die klaar is, of breek haar af.");
			}
			throw e;
		}
		asked.run();
		return known(id);
	}

	private static RuleBroken busy(String name) {
		return new RuleBroken("one-rebuild-at-a-time", "Het overzicht '" + name + "' wordt al gebouwd, omdat de toepassing daarmee begon; wacht tot dat klaar is.");
	}

	private List<ReadModel<?, ?>> chosen(Collection<String> names) {
		List<ReadModel<?, ?>> chosen = new ArrayList<>();
		for (String name : names.isEmpty() ? models.keySet() : List.copyOf(new LinkedHashSet<>(names))) {
			ReadModel<?, ?> model = models.get(name);
			if (model == null) {
				throw new IllegalArgumentException("Er is geen overzicht '" + name + "'; kies uit: " + String.join(", ", models.keySet()) + ".");
			}
			chosen.add(model);
		}
		return chosen;
	}

	/** What a start of the application has to build is added to what an earlier start was building. The transaction is the caller's. */
	static void askAtStart(Connection connection, Collection<ReadModel<?, ?>> models) throws SQLException {
		UUID id = null;
		for (ReadModel<?, ?> model : models) {
			Long generation = Generations.ask(connection, model);
			if (generation != null) {
				id = id == null ? openAtStart(connection) : id;
				addPart(connection, id, model.name(), generation);
			}
		}
	}

	private static UUID openAtStart(Connection connection) throws SQLException {
		try (var statement = connection
				.prepareStatement("select id from view.rebuild where cause = 'start' and state in ('waiting', 'building', 'built', 'taking_over', 'returning')");
				ResultSet row = statement.executeQuery()) {
			if (row.next()) {
				return row.getObject(1, UUID.class);
			}
		}
		UUID id = UUID.randomUUID();
		enter(connection, id, Cause.START, null, TakeOver.WHEN_BUILT);
		return id;
	}

	private static void enter(Connection connection, UUID id, Cause cause, @Nullable PersonId person, TakeOver takeOver) throws SQLException {
		try (var statement = connection.prepareStatement("insert into view.rebuild (id, cause, person_id, take_over, state) values (?, ?, ?, ?, 'waiting')")) {
			statement.setObject(1, id);
			statement.setString(2, word(cause));
			statement.setObject(3, person == null ? null : person.value());
			statement.setString(4, word(takeOver));
			statement.executeUpdate();
		}
	}

	private static void addPart(Connection connection, UUID rebuild, String name, long generation) throws SQLException {
		try (var statement = connection.prepareStatement("""
				insert into view.rebuild_part (rebuild_id, name, generation) values (?, ?, ?)
				on conflict (rebuild_id, name) do update set generation = excluded.generation, error = null""")) {
			statement.setObject(1, rebuild);
			statement.setString(2, name);
			statement.setLong(3, generation);
			statement.executeUpdate();
		}
	}

	/**
	 * Stops a rebuild and throws away what it made; what serves goes on serving.
	 *
	 * @throws RuleBroken when it took over already, or is about to
	 */
	public RebuildState cancel(RebuildId id) {
		boolean cancelled = inTransaction(connection -> {
			boolean mine = move(connection, id.value(), State.CANCELLED, null, State.WAITING, State.BUILDING, State.BUILT);
			if (mine) {
				update(connection, """
						update view.generation g set state = 'cancelled' from view.rebuild_part p where p.rebuild_id = ? and g.id = p.generation and g.state = 'building'""",
						id.value());
			}
			return mine;
		});
		return done(id, cancelled, "only-an-unfinished-rebuild-is-cancelled", "Deze herbouw is al voorbij, of neemt het net over.");
	}

	/**
	 * Lets a rebuild that waits for it take over: its generations catch up, and then all serve at once.
	 *
	 * @throws RuleBroken when it does not wait for that
	 */
	public RebuildState takeOver(RebuildId id) {
		return done(id, inTransaction(connection -> move(connection, id.value(), State.TAKING_OVER, null, State.BUILT)), "only-a-built-rebuild-takes-over",
				"Alleen een herbouw die klaar is en wacht, kan het overnemen.");
	}

	/**
	 * Lets what served before a rebuild took over serve again, when it has caught up.
	 *
	 * @throws RuleBroken when that is not there any more, another version of the application made it, or another rebuild came after it or is under way
	 */
	public RebuildState goBack(RebuildId id) {
		String rule = "only-the-last-takeover-is-undone";
		try {
			boolean returns = inTransaction(connection -> {
				if (!move(connection, id.value(), State.RETURNING, null, State.TAKEN_OVER)) {
					return false;
				}
				update(connection, "update view.rebuild set ended_at = null where id = ?", id.value());
				for (long generation : replacedBy(connection, id)) {
					if (update(connection, "update view.generation set state = 'building' where id = ? and state = 'retired' and not mixed", generation) == 0) {
						throw new RuleBroken(rule, "Wat voor deze herbouw in gebruik was, is er niet meer.");
					}
				}
				return true;
			});
			return done(id, returns, rule, "Alleen een herbouw die het heeft overgenomen, kan worden teruggedraaid.");
		} catch (Refused e) {
			if (DUPLICATE.equals(e.cause.getSQLState())) {
				throw new RuleBroken("one-rebuild-at-a-time", "Er loopt al een herbouw; wacht tot die klaar is, of breek haar af.");
			}
			throw e;
		}
	}

	private List<Long> replacedBy(Connection connection, RebuildId id) throws SQLException {
		List<Long> generations = new ArrayList<>();
		try (var statement = connection.prepareStatement("""
				select p.replaces, p.name, g.serving, old.version from view.rebuild_part p left join view.generation g on g.id = p.generation
				left join view.generation old on old.id = p.replaces where p.rebuild_id = ? and p.error is null""")) {
			statement.setObject(1, id.value());
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					ReadModel<?, ?> model = models.get(row.getString(2));
					if (!row.getBoolean(3) || row.getObject(4) == null || model == null || model.version() != row.getInt(4)) {
						throw new RuleBroken("only-the-last-takeover-is-undone",
								"Terug kan alleen naar wat er direct voor was en door deze versie van de toepassing is gemaakt.");
					}
					generations.add(row.getLong(1));
				}
			}
		}
		return generations;
	}

	private RebuildState done(RebuildId id, boolean done, String rule, String sentence) {
		RebuildState now = known(id);
		if (!done) {
			throw new RuleBroken(rule, sentence);
		}
		asked.run();
		return now;
	}

	private RebuildState known(RebuildId id) {
		return find(id).orElseThrow(() -> new IllegalArgumentException("There is no rebuild " + id));
	}

	/** Moves a rebuild on, unless somebody else moved it first; answers whether it did. The transaction is the caller's. */
	static boolean move(Connection connection, UUID id, State to, @Nullable String trouble, State... from) throws SQLException {
		try (var statement = connection.prepareStatement("""
				update view.rebuild set state = ?, trouble = ?, phase = case when ? then null else phase end, started_at = coalesce(started_at, clock_timestamp()),
					ended_at = case when ? then clock_timestamp() end
				where id = ? and state = any(?)""")) {
			statement.setString(1, word(to));
			statement.setString(2, trouble);
			statement.setBoolean(3, to.isOver() || to == State.BUILT);
			statement.setBoolean(4, to.isOver());
			statement.setObject(5, id);
			statement.setArray(6, connection.createArrayOf("text", List.of(from).stream().map(Rebuilds::word).toArray()));
			return statement.executeUpdate() == 1;
		}
	}

	static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setObject(i + 1, parameters[i]);
			}
			return statement.executeUpdate();
		}
	}

	public Optional<RebuildState> find(RebuildId id) {
		return read(connection -> read(connection, "where r.id = ?", id.value()).stream().findFirst());
	}

	/** @param page 1-based */
	public Listing list(int page, int pageSize) {
		return read(connection -> {
			try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("select count(*) from view.rebuild")) {
				row.next();
				long total = row.getLong(1);
				return new Listing(read(connection, "order by r.asked_at desc, r.id limit ? offset ?", pageSize, (page - 1L) * pageSize), total);
			}
		});
	}

	/** The first documents that a rebuild made differently, as long as both generations are there. */
	public Optional<Differences> differences(RebuildId id, String name, int page, int pageSize) {
		Part part = find(id).flatMap(rebuild -> rebuild.readModels().stream().filter(one -> one.name().equals(name)).findFirst()).orElse(null);
		Long before = part == null ? null : part.replaces();
		if (part == null || before == null || part.error() != null) {
			return Optional.empty();
		}
		return read(connection -> {
			Long position = GenerationComparison.commonPosition(connection, before, part.generation());
			return position == null
					? Optional.empty()
					: Optional.of(new GenerationComparison(json, before, part.generation(), position).differences(connection, name, page, pageSize));
		});
	}

	/** Drops what has not served for so long, or failed so long ago. */
	public void dropOlderThan(Duration age) {
		try (Connection connection = dataSource.getConnection()) {
			List<Long> old = new ArrayList<>();
			try (var statement = connection.prepareStatement("""
					select id from view.generation where not serving and (state = 'cancelled'
						or state in ('retired', 'set_aside') and coalesce(retired_at, created_at) < clock_timestamp() - make_interval(secs => ?))""")) {
				statement.setDouble(1, (double) age.toSeconds());
				try (ResultSet row = statement.executeQuery()) {
					while (row.next()) {
						old.add(row.getLong(1));
					}
				}
			}
			Generations.dropAll(connection, old);
		} catch (SQLException e) {
			throw new IllegalStateException("Old generations could not be dropped", e);
		}
	}

	private static List<RebuildState> read(Connection connection, String which, Object... parameters) throws SQLException {
		Map<UUID, List<Part>> parts = new HashMap<>();
		List<RebuildState> rebuilds = new ArrayList<>();
		try (var statement = connection.prepareStatement("""
				select r.id, r.cause, r.person_id, r.take_over, r.state, r.phase, r.asked_at, r.started_at, r.ended_at, r.position, r.target, r.per_second, r.trouble, r.done
				from view.rebuild r\s""" + which)) {
			for (int i = 0; i < parameters.length; i++) {
				statement.setObject(i + 1, parameters[i]);
			}
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					List<Part> mine = new ArrayList<>();
					parts.put(row.getObject(1, UUID.class), mine);
					rebuilds.add(rebuild(row, mine));
				}
			}
		}
		try (var statement = connection.prepareStatement("""
				select rebuild_id, name, generation, replaces, error, compared_at, before, after, added, missing, different from view.rebuild_part
				where rebuild_id = any(?) order by generation""")) {
			statement.setArray(1, connection.createArrayOf("uuid", parts.keySet().toArray()));
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					Objects.requireNonNull(parts.get(row.getObject(1, UUID.class))).add(part(row));
				}
			}
		}
		return rebuilds;
	}

	private static RebuildState rebuild(ResultSet row, List<Part> parts) throws SQLException {
		UUID person = row.getObject(3, UUID.class);
		String phase = row.getString(6);
		State state = State.valueOf(row.getString(5).toUpperCase(Locale.ROOT));
		long position = row.getLong(10);
		long target = row.getLong(11);
		double perSecond = row.getDouble(12);
		Phase busyWith = phase == null || state.isOver() ? null : Phase.valueOf(phase.toUpperCase(Locale.ROOT));
		boolean reads = busyWith == Phase.READING || busyWith == Phase.CATCHING_UP;
		return new RebuildState(new RebuildId(row.getObject(1, UUID.class)), Cause.valueOf(row.getString(2).toUpperCase(Locale.ROOT)), person == null ? null : new PersonId(person),
				TakeOver.valueOf(row.getString(4).toUpperCase(Locale.ROOT)), state, busyWith,
				Objects.requireNonNull(Generations.instant(row, 7)), Generations.instant(row, 8), Generations.instant(row, 9), position, target, perSecond,
				reads && perSecond > 0 ? (long) Math.ceil(Math.max(0, target - position) / perSecond) : null, busyWith == null || reads ? null : row.getInt(14), row.getString(13),
				parts);
	}

	private static Part part(ResultSet row) throws SQLException {
		Comparison comparison = row.getObject(6) == null
				? null
				: new Comparison(row.getLong(6), row.getLong(7), row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11));
		return new Part(row.getString(2), row.getLong(3), row.getObject(4, Long.class), row.getString(5), comparison);
	}

	static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT);
	}

	private interface Work<T> {
		T on(Connection connection) throws SQLException;
	}

	/** PostgreSQL did not do what was asked; nothing has changed. */
	private static final class Refused extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final SQLException cause;

		Refused(SQLException cause) {
			super("The rebuilds could not be read or changed", cause);
			this.cause = cause;
		}
	}

	private <T> T read(Work<T> work) {
		try (Connection connection = dataSource.getConnection()) {
			return work.on(connection);
		} catch (SQLException e) {
			throw new Refused(e);
		}
	}

	private <T> T inTransaction(Work<T> work) {
		return read(connection -> {
			connection.setAutoCommit(false);
			try {
				T done = work.on(connection);
				connection.commit();
				return done;
			} finally {
				connection.rollback();
				connection.setAutoCommit(true);
			}
		});
	}
}
