package nl.ontwikkelagenda.app.retention;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is not used is kept before its removal is proposed. Settings under {@code ontwikkelagenda.retention}.
 *
 * @param persons        persons of whom nothing was recorded
 * @param closedAccounts accounts that were closed
 */
@ConfigurationProperties("ontwikkelagenda.retention")
public record RetentionPeriods(@DefaultValue("2y") Period persons, @DefaultValue("1y") Period closedAccounts) {

	Period of(RetentionProposal.Kind kind) {
		return switch (kind) {
			case PERSON -> persons;
			case CLOSED_ACCOUNT -> closedAccounts;
		};
	}
}
