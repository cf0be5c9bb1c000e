package nl.ontwikkelagenda.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;

import nl.ontwikkelagenda.agenda.partnership.RuleBroken;

import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

class FailuresTest {

	@Test
	void aDatabaseThatGoesDuringTheCommitIsAway() {
		// As Spring tells it: the pool has closed the connection, so the rollback fails too.
		assertThat(Failures.isAway(new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed")))).isTrue();
		assertThat(Failures.isAway(new IllegalStateException(new SQLException("Connection is closed")))).isTrue();
		assertThat(Failures.isAway(new DataAccessResourceFailureException("", new SQLException("", "57P01")))).isTrue();
	}

	@Test
	void whatTheDatabaseRefusesIsNoAbsence() {
		assertThat(Failures.isAway(new IllegalStateException(new SQLException("", "23505")))).isFalse();
		assertThat(Failures.isAway(new IllegalStateException(new SQLException("", "42P01")))).isFalse();
		assertThat(Failures.isAway(new RuleBroken("id-is-new", "Dit id bestaat al."))).isFalse();
	}
}
