/** The jargon of each domain, asked for, explained and agreed. */
@NullMarked
package nl.ontwikkelagenda.cop.glossary;

import org.jspecify.annotations.NullMarked;
