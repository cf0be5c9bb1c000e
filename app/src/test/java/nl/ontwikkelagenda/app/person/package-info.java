/** Tests of the register of persons. */
@NullMarked
package nl.ontwikkelagenda.app.person;

import org.jspecify.annotations.NullMarked;
