package nl.ontwikkelagenda.app.administration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A job that comes back by itself.
 *
 * @param does     what it does, in Dutch
 * @param schedule when, in Dutch
 * @param nextAt   when it is done again; absent while it is not planned, as no instance does such jobs
 * @param running  whether it is being done now
 * @param failures how often in a row it failed up to now
 */
record Job(String name, String does, String schedule, @Nullable Instant nextAt, boolean running, @Nullable Instant lastSuccessAt, @Nullable Instant lastFailureAt, int failures) {
}
