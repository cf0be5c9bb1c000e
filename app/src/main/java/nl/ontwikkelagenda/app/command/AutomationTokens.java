package nl.ontwikkelagenda.app.command;

import java.util.Optional;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Axon's store of tokens, whose rows are made by one node at a time: of several that start on an empty table all but one would fail. */
class AutomationTokens extends JdbcTokenStore {

	private static final long LOCK = 20180925;

	private final JdbcTemplate jdbc;

	AutomationTokens(Builder builder, JdbcTemplate jdbc) {
		super(builder);
		this.jdbc = jdbc;
	}

	@Override
	public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken initial) {
		alone();
		if (fetchSegments(processor).length == 0) {
			super.initializeTokenSegments(processor, segments, initial);
		}
	}

	@Override
	public Optional<String> retrieveStorageIdentifier() {
		alone();
		return super.retrieveStorageIdentifier();
	}

	/** Until the end of the transaction, which is the caller's; statements after it see what the one before committed. */
	private void alone() {
		jdbc.query("select pg_advisory_xact_lock(?)", row -> {
		}, LOCK);
	}
}
