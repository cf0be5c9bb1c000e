/** The provable log: hashing, proofs, signed checkpoints and bundles, and how each is verified. Needs the JDK only, so that whoever doubts can read all that he must trust. */
@NullMarked
package nl.ontwikkelagenda.reporting.audit;

import org.jspecify.annotations.NullMarked;
