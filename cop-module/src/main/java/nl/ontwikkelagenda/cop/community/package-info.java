/** Communities of practice: seats that can never be oversold, a waiting list that keeps its order, sessions and insights. */
@NullMarked
package nl.ontwikkelagenda.cop.community;

import org.jspecify.annotations.NullMarked;
