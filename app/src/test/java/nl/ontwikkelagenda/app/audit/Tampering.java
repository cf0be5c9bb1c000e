package nl.ontwikkelagenda.app.audit;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What somebody with all rights in the database can do to the log and its ledger. Every event has a position that is one more than the index of its leaf. */
enum Tampering {

	CHANGE_A_TEXT("update log.domain_event set payload = jsonb_set(payload, '{text,text}', '\"anders\"') where global_index = :index + 1"),
	/** As a redaction would, but without the fact that says so. */
	REMOVE_A_TEXT("""
			update log.domain_event set payload = jsonb_set(payload, '{text}', jsonb_build_object('textDigest',
			encode(sha256(decode(payload #>> '{text,salt}', 'base64') || convert_to(payload #>> '{text,text}', 'UTF8')), 'hex'))) where global_index = :index + 1"""),
	/** */
	CHANGE_A_FIELD("update log.domain_event set payload = jsonb_set(payload, '{number}', '-1') where global_index = :index + 1"),
	/** */
	ADD_A_FIELD("update log.domain_event set payload = payload || '{\"nieuw\": null}' where global_index = :index + 1"),
	/** */
	CHANGE_WHO("update log.domain_event set meta_data = '{\"actor\": \"job:Niemand\"}' where global_index = :index + 1"),
	/** */
	CHANGE_WHEN("update log.domain_event set time_stamp = time_stamp + interval '1 millisecond' where global_index = :index + 1"),
	/** */
	CHANGE_WHEN_TO_NEVER("update log.domain_event set time_stamp = 'infinity' where global_index = :index + 1"),
	/** */
	CHANGE_THE_KIND("update log.domain_event set payload_type = 'agenda.ThemeClosed' where global_index = :index + 1"),
	/** */
	CHANGE_THE_AGGREGATE("update log.domain_event set aggregate_type = 'Meeting' where global_index = :index + 1"),
	/** */
	CHANGE_THE_REVISION("update log.domain_event set payload_revision = '2' where global_index = :index + 1"),
	/** */
	CHANGE_THE_SEQUENCE("update log.domain_event set sequence_number = sequence_number + 1000 where global_index = :index + 1"),
	/** */
	CHANGE_THE_ID("update log.domain_event set event_identifier = gen_random_uuid() where global_index = :index + 1"),
	/** */
	DELETE("delete from log.domain_event where global_index = :index + 1"),
	/** */
	DELETE_SOME("delete from log.domain_event where global_index between :index + 1 and :index + 5"),
	/** */
	TRUNCATE("delete from log.domain_event where global_index > :index"),
	/** */
	SWAP("""
			create temp table moved on commit drop as select * from log.domain_event where global_index in (:index + 1, :index + 2);
			delete from log.domain_event where global_index in (:index + 1, :index + 2);
			insert into log.domain_event overriding system value select (2 * :index + 3) - global_index, %1$s from moved"""),
	/** */
	TURN_THE_REST_AROUND("""
			create temp table moved on commit drop as select * from log.domain_event where global_index > :index;
			delete from log.domain_event where global_index > :index;
			insert into log.domain_event overriding system value select :index + 1 + (select max(global_index) from moved) - global_index, %1$s from moved"""),
	/** */
	INSERT("""
			create temp table moved on commit drop as select * from log.domain_event where global_index > :index;
			delete from log.domain_event where global_index > :index;
			insert into log.domain_event overriding system value select global_index + 1, %1$s from moved;
			insert into log.domain_event overriding system value select global_index, gen_random_uuid(), gen_random_uuid()::text, 0, aggregate_type, payload_type, payload_revision, payload,
			meta_data, time_stamp from moved where global_index = :index + 1"""),
	/** */
	ROLL_BACK("""
			with leaves as (delete from ledger.leaf where leaf_index >= :index), nodes as (delete from ledger.node where (node_index + 1) << level > :index),
			checkpoints as (delete from ledger.checkpoint where tree_size > :index) delete from log.domain_event where global_index > :index"""),
	/** */
	TRUNCATE_THE_LEDGER("""
			with nodes as (delete from ledger.node where (node_index + 1) << level > :index) delete from ledger.leaf where leaf_index >= :index"""),
	/** */
	DELETE_A_LEAF("delete from ledger.leaf where leaf_index = :index"),
	/** */
	CHANGE_A_LEAF("update ledger.leaf set event_identifier = gen_random_uuid() where leaf_index = :index"),
	/** */
	MOVE_A_LEAF("update ledger.leaf set global_index = global_index + 100000 where leaf_index = :index"),
	/** */
	INSERT_A_LEAF("insert into ledger.leaf select run, leaf_index + :index + 1, global_index, gen_random_uuid() from ledger.leaf order by leaf_index desc limit 1"),
	/** */
	CHANGE_A_HASH("update ledger.node set hash = sha256(hash) where level = 0 and node_index = :index"),
	/** */
	CUT_A_HASH("update ledger.node set hash = substring(hash for 16) where level = 0 and node_index = :index"),
	/** */
	DELETE_A_HASH("delete from ledger.node where level = 0 and node_index = :index"),
	/** */
	CHANGE_A_SUBTREE("update ledger.node set hash = sha256(hash) where level = 1 and node_index = :index / 4"),
	/** */
	ADD_A_SUBTREE("insert into ledger.node select run, 40, :index, hash from ledger.node limit 1"),
	/** */
	DELETE_A_CHECKPOINT("delete from ledger.checkpoint where tree_size = (select min(tree_size) from ledger.checkpoint where tree_size > :index)"),
	/** */
	INSERT_A_CHECKPOINT("""
			insert into ledger.checkpoint select run, (select min(tree_size) from ledger.checkpoint where tree_size > :index) - 1, note, made_at from ledger.checkpoint limit 1"""),
	/** */
	CHANGE_A_CHECKPOINT("""
			update ledger.checkpoint set note = (select note from ledger.checkpoint order by tree_size desc limit 1)
			where tree_size = (select min(tree_size) from ledger.checkpoint where tree_size > least(:index, (select max(tree_size) from ledger.checkpoint) - 100))"""),
	/** */
	SPOIL_A_CHECKPOINT("update ledger.checkpoint set note = 'onleesbaar' where tree_size = (select min(tree_size) from ledger.checkpoint where tree_size > :index)"),
	/** */
	CHANGE_EVENT_AND_HASH("""
			with event as (update log.domain_event set payload = '{"number": 0}' where global_index = :index + 1)
			update ledger.node set hash = sha256(hash) where level = 0 and node_index = :index"""),
	/** A ledger that fits the changed event is made of everything: only what was published tells. */
	CHANGE_EVENT_AND_WHOLE_LEDGER("update log.domain_event set payload = '{\"number\": 0}' where global_index = :index + 1"),
	/** */
	FORGET_THE_RUN("update ledger.run set origin = origin || '!'"),
	/** */
	BEGIN_A_RUN(
			"insert into ledger.run (number, origin, continues_origin, continues_size, continues_root, kept) select 2, origin || '/vervolg-2', origin, 1, '\\x00', 0 from ledger.run"),
	/** */
	FORGET_EVERYTHING("truncate ledger.leaf, ledger.node, ledger.checkpoint, log.domain_event");

	private static final String COLUMNS = "event_identifier, aggregate_identifier, sequence_number, aggregate_type, payload_type, payload_revision, payload, meta_data, time_stamp";

	private final String sql;

	Tampering(String sql) {
		this.sql = sql;
	}

	/** @param index of the leaf that it is about, from 0 */
	void on(JdbcClient superuser, long index) {
		superuser.sql(sql.replace("%1$s", COLUMNS).replace(":index", Long.toString(index))).update();
	}

	/**
	 * The event that is to be named as the first.
	 *
	 * @param events in all
	 * @param every  so many events there is a checkpoint
	 */
	long first(long index, long events, long every) {
		return switch (this) {
			case CHANGE_A_SUBTREE -> index / 4 * 2;
			case INSERT_A_LEAF, ADD_A_SUBTREE -> events;
			case DELETE_A_CHECKPOINT, SPOIL_A_CHECKPOINT -> nextCheckpoint(index, every) - 1;
			case CHANGE_A_CHECKPOINT -> nextCheckpoint(Math.min(index, events - 2 * every), every) - 1;
			case INSERT_A_CHECKPOINT -> nextCheckpoint(index, every) - 2;
			case CHANGE_EVENT_AND_WHOLE_LEDGER -> index / every * every;
			case FORGET_THE_RUN, BEGIN_A_RUN, FORGET_EVERYTHING -> 0;
			default -> index;
		};
	}

	private static long nextCheckpoint(long index, long every) {
		return (index / every + 1) * every;
	}
}
