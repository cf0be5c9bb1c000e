/** Shows people everything that is recorded about them, and lets them take it along. */
@NullMarked
package nl.ontwikkelagenda.app.personaldata;

import org.jspecify.annotations.NullMarked;
