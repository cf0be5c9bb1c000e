package nl.ontwikkelagenda.reporting.readmodel;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/**
 * Folds documents anew in place, with all their later versions, when a text was removed from a fact that they tell of. Which versions there are, and from where to where they hold,
 * stays as it was; only what they say changes.
 */
final class Refolding<D, E> {

	/** @param to where the next one took over; null for the document as it is now */
	private record Row(long from, @Nullable Long to, byte[] body) {
	}

	private final Connection connection;
	private final EventLog log;
	private final JsonMapper json;
	private final Folding<D, E> view;
	private final ReadModel<D, E> model;

	Refolding(Connection connection, EventLog log, JsonMapper json, Folding<D, E> view) {
		this.connection = connection;
		this.log = log;
		this.json = json;
		this.view = view;
		this.model = view.model();
	}

	/** The documents of this view that tell of the fact at this position. */
	void from(long position) throws SQLException {
		Set<String> touched = new LinkedHashSet<>();
		for (EventLog.Entry entry : at(position)) {
			String id = keyOf(entry);
			if (id != null) {
				touched.add(id);
			}
		}
		for (String id : touched) {
			refold(id, position);
			view.forget(id);
		}
	}

	private void refold(String id, long position) throws SQLException {
		D document = null;
		Row before = null;
		for (Row row : rows(id, position)) {
			if (row.from() < position) {
				document = view.document(row.body());
			} else {
				boolean follows = before != null && before.to() != null && before.to() == row.from();
				document = folded(follows ? document : null, id, row.from());
				if (document != null) {
					write(id, row, document);
				}
			}
			before = row;
		}
	}

	private @Nullable D folded(@Nullable D document, String id, long position) {
		D next = document;
		for (EventLog.Entry entry : at(position)) {
			if (id.equals(keyOf(entry))) {
				next = model.fold().on(next, entry.as(model.events()), entry.when());
			}
		}
		return next;
	}

	private List<EventLog.Entry> at(long position) {
		return log.readAfter(position - 1, 1).stream().filter(entry -> entry.when().position() == position).toList();
	}

	private @Nullable String keyOf(EventLog.Entry entry) {
		return view.wants(entry.event().getClass()) ? model.key().apply(entry.as(model.events())) : null;
	}

	/** The version that the fact met, if there was one, and all after it, in order. */
	private List<Row> rows(String id, long position) throws SQLException {
		List<Row> rows = new ArrayList<>();
		try (var statement = connection.prepareStatement("""
				with kept as (select from_position, to_position, body from %s where generation = %d and id = ?
					union all select from_position, null, body from %s where generation = %d and id = ?)
				select from_position, to_position, body::text from kept
				where from_position >= coalesce((select max(from_position) from kept where from_position < ?), 0) order by from_position""".formatted(
				Generations.versions(view.generation()), view.generation(), Generations.documents(view.generation()), view.generation()))) {
			statement.setString(1, id);
			statement.setString(2, id);
			statement.setLong(3, position);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					rows.add(new Row(row.getLong(1), row.getObject(2, Long.class), row.getString(3).getBytes(StandardCharsets.UTF_8)));
				}
			}
		}
		return rows;
	}

	private void write(String id, Row row, D document) throws SQLException {
		String table = row.to() == null ? Generations.documents(view.generation()) : Generations.versions(view.generation());
		try (var statement = connection
				.prepareStatement("update " + table + " set body = ?::jsonb, search = ? where generation = " + view.generation() + " and id = ? and from_position = ?")) {
			statement.setString(1, json.writeValueAsString(document));
			statement.setString(2, SearchText.folded(model.search().apply(document)));
			statement.setString(3, id);
			statement.setLong(4, row.from());
			statement.executeUpdate();
		}
	}
}
