@NullMarked
package nl.ontwikkelagenda.app.administration;

import org.jspecify.annotations.NullMarked;
