package nl.ontwikkelagenda.app.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody with all rights in the database can do to the log and its ledger. Every event has a position that is one more than the index of its leaf. */
enum Tampering {

	CHANGE_A_TEXT("update log.domain_event set payload = jsonb_set(payload, '{text,text}', '\"anders\"') where global_index = :index + 1"), CHANGE_A_FIELD(
			"update log.domain_event set payload = jsonb_set(payload, '{number}', '-1') where global_index = :index + 1"), CHANGE_WHO(
					"update log.domain_event set meta_data = '{\"actor\": \"job:Niemand\"}' where global_index = :index + 1"), CHANGE_WHEN(
							"update log.domain_event set time_stamp = time_stamp + interval '1 millisecond' where global_index = :index + 1"), CHANGE_THE_KIND(
									"update log.domain_event set payload_type = 'agenda.ThemeClosed' where global_index = :index + 1"), CHANGE_THE_AGGREGATE(
											"update log.domain_event set aggregate_type = 'Meeting' where global_index = :index + 1"), CHANGE_THE_REVISION(
													"update log.domain_event set payload_revision = '2' where global_index = :index + 1"), CHANGE_THE_ID(
															"update log.domain_event set event_identifier = gen_random_uuid() where global_index = :index + 1"), DELETE(
																	"delete from log.domain_event where global_index = :index + 1"), TRUNCATE(
																			"delete from log.domain_event where global_index > :index"), SWAP("""
			create temp table moved as select * from log.domain_event where global_index in (:index + 1, :index + 2);
			delete from log.domain_event where global_index in (:index + 1, :index + 2);
			insert into log.domain_event overriding system value select (2 * :index + 3) - global_index, %1$s from moved"""), INSERT("""
			create temp table moved as select * from log.domain_event where global_index > :index;
			delete from log.domain_event where global_index > :index;
			insert into log.domain_event overriding system value select global_index + 1, %1$s from moved;
			insert into log.domain_event overriding system value select global_index, gen_random_uuid(), gen_random_uuid()::text, 0, aggregate_type, payload_type, payload_revision, payload,
			meta_data, time_stamp from moved where global_index = :index + 1"""), ROLL_BACK("""
			with leaves as (delete from ledger.leaf where leaf_index >= :index), nodes as (delete from ledger.node where (node_index + 1) << level > :index),
			checkpoints as (delete from ledger.checkpoint where tree_size > :index) delete from log.domain_event where global_index > :index"""), TRUNCATE_THE_LEDGER("""
			with nodes as (delete from ledger.node where (node_index + 1) << level > :index) delete from ledger.leaf where leaf_index >= :index"""), DELETE_A_LEAF(
																					"delete from ledger.leaf where leaf_index = :index"), CHANGE_A_LEAF(
																							"update ledger.leaf set event_identifier = gen_random_uuid() where leaf_index = :index"), MOVE_A_LEAF(
																									"update ledger.leaf set global_index = global_index + 100000 where leaf_index = :index"), CHANGE_A_HASH(
																											"update ledger.node set hash = sha256(hash) where level = 0 and node_index = :index"), DELETE_A_HASH(
																													"delete from ledger.node where level = 0 and node_index = :index"), CHANGE_A_SUBTREE(
																															"update ledger.node set hash = sha256(hash) where level = 1 and node_index = :index / 4"), ADD_A_SUBTREE(
																																	"insert into ledger.node select run, 40, :index, hash from ledger.node limit 1"), DELETE_A_CHECKPOINT(
																																			"delete from ledger.checkpoint where tree_size = (select min(tree_size) from ledger.checkpoint where tree_size > :index)"), CHANGE_A_CHECKPOINT(
																																					"""
			update ledger.checkpoint set note = (select note from ledger.checkpoint order by tree_size desc limit 1) where tree_size = (select min(tree_size) from ledger.checkpoint)"""), CHANGE_EVENT_AND_HASH(
																																							"""
			with event as (update log.domain_event set payload = '{"number": 0}' where global_index = :index + 1)
			update ledger.node set hash = sha256(hash) where level = 0 and node_index = :index"""), FORGET_THE_RUN("update ledger.run set origin = origin || '!'"), FORGET_EVERYTHING(
																																									"truncate ledger.leaf, ledger.node, ledger.checkpoint, log.domain_event");

	private static final String COLUMNS = "event_identifier, aggregate_identifier, sequence_number, aggregate_type, payload_type, payload_revision, payload, meta_data, time_stamp";

	private final String sql;

	Tampering(String sql) {
		this.sql = sql;
	}

	/** @param index of the leaf that it is about, from 0 */
	void on(JdbcClient superuser, long index) {
		superuser.sql(sql.replace("%1$s", COLUMNS).replace(":index", Long.toString(index))).update();
	}

	/** Which event is the first that is to be named, or -1 when it is about all of them. */
	long first(long index) {
		return switch (this) {
			case CHANGE_A_SUBTREE -> index / 4 * 2;
			case ADD_A_SUBTREE, DELETE_A_CHECKPOINT, CHANGE_A_CHECKPOINT, FORGET_THE_RUN, ROLL_BACK, FORGET_EVERYTHING -> -1;
			default -> index;
		};
	}
}
