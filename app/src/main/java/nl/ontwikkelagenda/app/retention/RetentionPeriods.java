package nl.ontwikkelagenda.app.retention;

import java.time.Period;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what is not used is kept before its removal is proposed. Settings under {@code ontwikkelagenda.retention}.
 *
 * @param persons        persons of whom nothing was recorded
 * @param closedAccounts accounts that were closed
 * @param unusedAccounts accounts that are open and are not used
 * @param accesses       who read as an auditor, exported or was refused; at least a year
 * @param corrections    who corrected the register of persons
 * @param imports        files with actions that were read in
 * @param droppedWork    why work was given up
 */
@ConfigurationProperties("ontwikkelagenda.retention")
public record RetentionPeriods(@DefaultValue("2y") Period persons, @DefaultValue("1y") Period closedAccounts, @DefaultValue("2y") Period unusedAccounts,
		@DefaultValue("5y") Period accesses, @DefaultValue("5y") Period corrections, @DefaultValue("1y") Period imports, @DefaultValue("2y") Period droppedWork) {

	private static final int MONTHS_OF_A_YEAR = 12;

	/** @throws IllegalStateException accesses would go within a year */
	public RetentionPeriods {
		if (accesses.toTotalMonths() < MONTHS_OF_A_YEAR) {
			throw new IllegalStateException("De instelling ontwikkelagenda.retention.accesses moet ten minste een jaar zijn.");
		}
	}

	Period of(RetentionProposal.Kind kind) {
		return switch (kind) {
			case PERSON -> persons;
			case CLOSED_ACCOUNT -> closedAccounts;
			case UNUSED_ACCOUNT -> unusedAccounts;
			case ACCESSES -> accesses;
			case CORRECTIONS -> corrections;
			case IMPORTS -> imports;
			case DROPPED_WORK -> droppedWork;
		};
	}
}
