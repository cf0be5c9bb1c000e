/** The glossary in the browser. */
@NullMarked
package nl.ontwikkelagenda.app.glossary;

import org.jspecify.annotations.NullMarked;
