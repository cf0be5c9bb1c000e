/** What people see of their own part in communities: where they stand, what they are told, and their certificates. */
@NullMarked
package nl.ontwikkelagenda.app.participation;

import org.jspecify.annotations.NullMarked;
