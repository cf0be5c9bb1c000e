/** Tests of the rules of the house: which code may know which, and what is called how. */
@NullMarked
package nl.ontwikkelagenda.app.house;

import org.jspecify.annotations.NullMarked;
