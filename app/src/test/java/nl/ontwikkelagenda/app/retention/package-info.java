@NullMarked
package nl.ontwikkelagenda.app.retention;

import org.jspecify.annotations.NullMarked;
