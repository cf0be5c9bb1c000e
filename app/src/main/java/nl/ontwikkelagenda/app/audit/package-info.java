/** Keeps the ledger of the log, publishes signed checkpoints of it, and gives out proofs. See ADR 22 and {@code docs/audit-format.md}. */
@NullMarked
package nl.ontwikkelagenda.app.audit;

import org.jspecify.annotations.NullMarked;
