/** The history of things as an auditor reads it. */
@NullMarked
package nl.ontwikkelagenda.app.history;

import org.jspecify.annotations.NullMarked;
