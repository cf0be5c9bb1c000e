@NullMarked
package nl.ontwikkelagenda.app.axonserver;

import org.jspecify.annotations.NullMarked;
