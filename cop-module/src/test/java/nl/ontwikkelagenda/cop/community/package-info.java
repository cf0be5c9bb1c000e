/** Communities of practice, tested in their own words. */
@NullMarked
package nl.ontwikkelagenda.cop.community;

import org.jspecify.annotations.NullMarked;
