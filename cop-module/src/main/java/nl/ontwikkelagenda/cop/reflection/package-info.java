/** Reflection on the six effective elements of working together: anonymous, once per round. */
@NullMarked
package nl.ontwikkelagenda.cop.reflection;

import org.jspecify.annotations.NullMarked;
