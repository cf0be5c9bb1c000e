/** What convenes meetings, takes decisions and receives advice. */
@NullMarked
package nl.ontwikkelagenda.agenda.body;

import org.jspecify.annotations.NullMarked;
