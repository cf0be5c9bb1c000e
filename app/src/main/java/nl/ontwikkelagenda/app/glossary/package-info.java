/** What the words mean that pages use, and those that partnerships agreed on. */
@NullMarked
package nl.ontwikkelagenda.app.glossary;

import org.jspecify.annotations.NullMarked;
