/** Measures the application beside simpler ways to do the same, on durable PostgreSQL; run with {@code mvn -Pbenchmark verify}. */
@NullMarked
package nl.ontwikkelagenda.app.benchmark;

import org.jspecify.annotations.NullMarked;
