/** Removing texts that should not have been recorded, while everything else stays proved. */
@NullMarked
package nl.ontwikkelagenda.reporting.redaction;

import org.jspecify.annotations.NullMarked;
