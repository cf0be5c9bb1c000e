/** The register of persons: the only place with names and addresses, and the accounts with which they log in. */
@NullMarked
package nl.ontwikkelagenda.app.person;

import org.jspecify.annotations.NullMarked;
