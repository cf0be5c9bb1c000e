package nl.ontwikkelagenda.reporting.readmodel;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * Statements that find what changed in one view. They read what changed between the two positions and the states that it replaced, by indexes on positions and ids, never the documents
 * that stayed as they were. Columns: view, id, partnership_id, position, ended, and of the state before and after body, sequence, from and at.
 */
final class ChangesSql {

	private final long generation;
	private final Fields fields;
	private final Scope scope;
	private final List<Object> parameters;
	/** As an array of PostgreSQL; null for any. */
	private final @Nullable String only;

	private ChangesSql(long generation, Fields fields, Scope scope, @Nullable String only, List<Object> parameters) {
		this.generation = generation;
		this.fields = fields;
		this.scope = scope;
		this.only = only;
		this.parameters = parameters;
	}

	/** Every document that is not the same at both positions. */
	static String differences(ReadModel<?, ?> view, long generation, Fields fields, Scope scope, AsOf from, AsOf to, List<Object> parameters) {
		return new ChangesSql(generation, fields, scope, null, parameters).differences(view.name(), from.position(), to.position());
	}

	/** Every change by itself, after one position up to and with the other. */
	static String changes(ReadModel<?, ?> view, long generation, Fields fields, Scope scope, long after, long upTo, List<Object> parameters) {
		return new ChangesSql(generation, fields, scope, null, parameters).each(view, after, upTo);
	}

	/** Every change that is told after one position up to and with the other: those that were made there, and those of a view that caught up there. */
	static String told(ReadModel<?, ?> view, long generation, Fields fields, Scope scope, long after, long upTo, List<CatchUp> catchUps, List<Object> parameters) {
		String missed = catchUps.stream().map(late -> " and not (" + within("position", late.after(), late.upTo()) + ")").collect(Collectors.joining());
		Stream<String> atOnce = Stream
				.of("select made.*, position as told_at from (" + changes(view, generation, fields, scope, after, upTo, parameters) + ") made where true" + missed);
		Stream<String> late = catchUps.stream().filter(each -> each.toldAt() > after && each.toldAt() <= upTo)
				.map(each -> "select made.*, " + each.toldAt() + " as told_at from (" + changes(view, generation, fields, scope, each.after(), each.upTo(), parameters) + ") made");
		return Stream.concat(atOnce, late).collect(Collectors.joining(" union all "));
	}

	/** Every change by itself, at one of these positions; there is at least one. */
	static String changes(ReadModel<?, ?> view, long generation, Fields fields, Scope scope, Collection<Long> positions, List<Object> parameters) {
		String only = array(positions);
		return new ChangesSql(generation, fields, scope, only, parameters).each(view, Collections.min(positions) - 1, Collections.max(positions));
	}

	/** The generation, if anything in it changed at one of these positions, whatever it is and of whom; there is at least one. */
	static String touched(long generation, Collection<Long> positions) {
		return touched(generation, array(positions), Collections.min(positions) - 1, Collections.max(positions));
	}

	/** As {@link #touched(long, Collection)}, after one position up to and with the other. */
	static String touched(long generation, long after, long upTo) {
		return touched(generation, null, after, upTo);
	}

	private static String touched(long generation, @Nullable String only, long after, long upTo) {
		return "select " + generation + "::bigint as generation where exists (select from " + Generations.documents(generation) + " where generation = " + generation
				+ touched("from_position", only, after, upTo) + ") or exists (select from " + Generations.versions(generation) + " where generation = " + generation
				+ overlapping(after, upTo) + " and (true"
				+ touched("from_position", only, after, upTo) + " or true" + touched("to_position", only, after, upTo) + "))";
	}

	/** The generation, if anything in it is or was in this scope. */
	static String concerned(long generation, Fields fields, Scope scope, List<Object> parameters) {
		ChangesSql sql = new ChangesSql(generation, fields, scope, null, parameters);
		return "select " + generation + "::bigint as generation where exists (select from " + sql.documents() + sql.inScope() + ") or exists (select from ("
				+ rowsOf(sql.versions()) + ") rows where true" + sql.inScope() + ")";
	}

	/**
	 * Every state that is or was in this scope up to a position, now and earlier ones: generation, id, from_position, to_position (null for now) and a hash of the body. What changed is
	 * for who has them to tell: to plan the joins of every view takes longer than to answer them.
	 */
	static String states(long generation, Fields fields, Scope scope, long upTo, List<Object> parameters) {
		ChangesSql sql = new ChangesSql(generation, fields, scope, null, parameters);
		return sql.states("null::bigint", sql.documents(), upTo) + " union all "
				+ sql.states("to_position", "(" + rowsOf(sql.versions()) + ") rows where true", upTo);
	}

	/** The ids and from_positions of these parameters (two arrays) that are there, whatever their scope. */
	static String begun(long generation) {
		String asked = "id = any(?) and from_position = any(?)";
		return "select id, from_position from " + Generations.documents(generation) + " where generation = " + generation + " and " + asked
				+ " union all select id, from_position from "
				+ Generations.versions(generation) + " where generation = " + generation + " and " + asked;
	}

	private String states(String toPosition, String from, long upTo) {
		parameters.add(upTo);
		return "select " + generation + "::bigint as generation, id, from_position, " + toPosition + " as to_position, jsonb_hash_extended(body, 0) as body from " + from
				+ " and from_position <= ?" + inScope();
	}

	private static String array(Collection<Long> positions) {
		return positions.stream().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::bigint[]"));
	}

	private String each(ReadModel<?, ?> view, long after, long upTo) {
		return changes(view.name(), after, upTo) + " union all " + removals(view.name(), after, upTo);
	}

	private String differences(String view, long from, long to) {
		String touched = "select id, from_position as position from " + documents() + between("from_position", from, to) + " union all select id, from_position from " + versions()
				+ overlapping(from, to) + " and" + within("from_position", from, to) + " union all select id, to_position from " + versions() + overlapping(from, to) + " and"
				+ within("to_position", from, to);
		String before = versions() + " and id = touched.id and from_position <= " + from + " and to_position > " + from;
		String after = rows("id = touched.id and from_position <= " + to, "id = touched.id and from_position <= " + to + " and to_position > " + to);
		return "select '" + view + "' as view, touched.id, coalesce(before_partnership, after_partnership) as partnership_id, position, "
				+ "coalesce(after_ended, false) and not coalesce(before_ended, false) as ended, before_body, before_sequence, before_from, before_at, after_body, after_sequence, "
				+ "after_from, after_at from (select id, max(position) as position from (" + touched + ") each group by id) touched left join lateral ("
				+ state("before", rowsOf(before)) + ") before on true left join lateral (" + state("after", after)
				+ ") after on true where before_body is distinct from after_body";
	}

	private String changes(String view, long after, long upTo) {
		String touched = touched("from_position", after, upTo);
		String rows = rows("true" + touched, "int8range(from_position, to_position) && " + range(after, upTo) + touched);
		String state = state("after", rows);
		return "select '" + view + "' as view, id, after_partnership as partnership_id, after_from as position, after_ended and not coalesce(before_ended, false) as ended, "
				+ "before_body, before_sequence, before_from, before_at, after_body, after_sequence, after_from, after_at from (" + state + ") after left join lateral ("
				+ statesBefore("replaced.id = after.id and replaced.to_position = after.after_from") + ") before on true where before_body is distinct from after_body";
	}

	/** A document that is gone was replaced by nothing. */
	private String removals(String view, long after, long upTo) {
		String gone = versions() + " and int8range(from_position, to_position) && " + range(after, upTo) + touched("to_position", after, upTo)
				+ " and not exists (select from " + Generations.documents(generation) + " d where d.generation = " + generation
				+ " and d.id = rows.id and d.from_position = rows.to_position) and not exists (select from " + Generations.versions(generation) + " v where v.generation = "
				+ generation + " and v.id = rows.id and v.from_position = rows.to_position)";
		return "select '" + view
				+ "' as view, id, before_partnership, before_to, false, before_body, before_sequence, before_from, before_at, null::text, null::bigint, null::bigint, "
				+ "null::timestamptz from (" + state("before", rowsOf(gone)) + ") before";
	}

	/** The states of some rows that are in the scope, their columns named after the side they stand on. */
	private String state(String side, String rows) {
		String ended = ended();
		return "select id, partnership_id as " + side + "_partnership, body::text as " + side + "_body, sequence as " + side + "_sequence, from_position as " + side
				+ "_from, to_position as "
				+ side + "_to, recorded_at as " + side + "_at, " + ended + " as " + side + "_ended from (" + rows + ") rows where true" + inScope();
	}

	/** What a state replaced, whether it was in the scope or not: a document that moves into it has changed, and is not new. */
	private String statesBefore(String which) {
		String ended = ended();
		return "select body::text as before_body, sequence as before_sequence, from_position as before_from, recorded_at as before_at, " + ended + " as before_ended from ("
				+ rowsOf(Generations.versions(generation) + " replaced where replaced.generation = " + generation + " and " + which) + ") rows";
	}

	private String ended() {
		return scope.ended() == null ? "false" : "coalesce(" + fields.condition(scope.ended(), parameters) + ", false)";
	}

	private String inScope() {
		parameters.add(new SqlArrayValue("uuid", scope.partnerships().stream().map(PartnershipId::value).toArray()));
		String any = scope.anyOf().stream().map(condition -> fields.condition(condition, parameters)).collect(Collectors.joining(" or "));
		String all = scope.conditions().stream().map(condition -> " and " + fields.condition(condition, parameters)).collect(Collectors.joining());
		return " and partnership_id = any(?)" + (any.isEmpty() ? "" : " and (" + any + ")") + all;
	}

	/** Current and earlier states alike. */
	private String rows(String current, String earlier) {
		return "select id, from_position, null::bigint as to_position, recorded_at, sequence, partnership_id, body, " + Fields.beside() + " from " + documents() + " and " + current
				+ " union all "
				+ rowsOf(versions() + " and " + earlier);
	}

	private static String rowsOf(String versions) {
		return "select id, from_position, to_position, recorded_at, sequence, partnership_id, body, " + Fields.besideVersion() + " from " + versions;
	}

	private String documents() {
		return Generations.documents(generation) + " rows where generation = " + generation;
	}

	private String versions() {
		return Generations.versions(generation) + " rows where generation = " + generation;
	}

	private static String between(String column, long from, long to) {
		return " and" + within(column, from, to);
	}

	private static String overlapping(long from, long to) {
		return " and int8range(from_position, to_position) && " + range(from, to);
	}

	/** From the state that stood at the first position, as it may be replaced by the next fact. */
	private static String range(long from, long to) {
		return "int8range(" + from + ", " + (to == Long.MAX_VALUE ? "null" : Long.toString(to + 1)) + ")";
	}

	private String touched(String column, long from, long to) {
		return touched(column, only, from, to);
	}

	private static String touched(String column, @Nullable String only, long from, long to) {
		return between(column, from, to) + (only == null ? "" : " and " + column + " = any(" + only + ")");
	}

	private static String within(String column, long from, long to) {
		return " " + column + " > " + from + " and " + column + " <= " + to;
	}
}
