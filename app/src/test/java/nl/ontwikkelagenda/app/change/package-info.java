@NullMarked
package nl.ontwikkelagenda.app.change;

import org.jspecify.annotations.NullMarked;
