/** Tests of what people see of their own part in communities. */
@NullMarked
package nl.ontwikkelagenda.app.participation;

import org.jspecify.annotations.NullMarked;
