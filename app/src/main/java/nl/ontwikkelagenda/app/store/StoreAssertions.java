package nl.ontwikkelagenda.app.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What the order and the safety of the log rest on, looked up in the database itself. Each breach stops the start with one sentence. */
public final class StoreAssertions {

	/** Lets the application's account be the owner of the log; see {@link StoreConfiguration}. */
	public static final String OWNER_ALLOWED = "ontwikkelagenda.store.account-may-change-events";

	private final JdbcClient database;
	private final boolean accountMayChangeEvents;

	/** @param accountMayChangeEvents accept that the application's account could update or delete events */
	public StoreAssertions(JdbcClient database, boolean accountMayChangeEvents) {
		this.database = database;
		this.accountMayChangeEvents = accountMayChangeEvents;
	}

	/** @throws IllegalStateException with one sentence that says what is wrong and how to mend it */
	public void check() {
		require("select count(*) = 1 from pg_sequence where seqrelid = pg_get_serial_sequence('log.domain_event', 'global_index')::regclass and seqcache = 1 and seqincrement = 1",
				"The sequence of log.domain_event must hand out one value at a time, or events get lost for readers: set its CACHE to 1.");
		require("select count(*) = 1 from pg_trigger where tgrelid = 'log.domain_event'::regclass and tgname = 'note_append' and tgenabled = 'A'",
				"The trigger note_append of log.domain_event must be there and enabled ALWAYS, or events get lost for readers: run the migrations, or enable it again.");
		require("select setting = '0' from pg_settings where name = 'max_prepared_transactions'",
				"PostgreSQL must have max_prepared_transactions = 0: a prepared append would hold up every reader until somebody ends it.");
		require("select current_setting('transaction_isolation') = 'read committed'",
				"The application's connections must use READ COMMITTED, or a reader would not see what was committed while it waited: set default_transaction_isolation.");
		require("select not pg_is_in_recovery()", "The application must be connected to the primary PostgreSQL server: a standby does not show which appends are in flight.");
		if (!accountMayChangeEvents) {
			require("""
					select not has_table_privilege('log.domain_event', 'update') and not has_table_privilege('log.domain_event', 'delete')
					and not has_table_privilege('log.domain_event', 'truncate') and not has_any_column_privilege('log.domain_event', 'update')
					and not pg_has_role((select relowner from pg_class where oid = 'log.domain_event'::regclass), 'usage')""",
					"The application's account may change or delete events: let another account own the schema log (spring.flyway.user), or accept it with "
							+ OWNER_ALLOWED + "=true.");
			require("""
					select bool_and(not has_table_privilege(oid, 'update') and not has_table_privilege(oid, 'delete') and not has_table_privilege(oid, 'truncate')
					and not has_any_column_privilege(oid, 'update') and not pg_has_role(relowner, 'usage'))
					from pg_class where relnamespace = 'ledger'::regnamespace and relkind = 'r'""",
					"The application's account may change or remove what is in the ledger: let another account own the schema ledger (spring.flyway.user), or accept it with "
							+ OWNER_ALLOWED + "=true.");
		}
	}

	private void require(String holds, String sentence) {
		if (!database.sql(holds).query(Boolean.class).single()) {
			throw new IllegalStateException(sentence);
		}
	}
}
