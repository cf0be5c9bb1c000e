/** Scenarios of the glossary. */
@NullMarked
package nl.ontwikkelagenda.cop.glossary;

import org.jspecify.annotations.NullMarked;
