@NullMarked
package nl.ontwikkelagenda.app.start;

import org.jspecify.annotations.NullMarked;
