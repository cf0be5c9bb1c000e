/** Scenarios of projects. */
@NullMarked
package nl.ontwikkelagenda.agenda.project;

import org.jspecify.annotations.NullMarked;
