@NullMarked
package nl.ontwikkelagenda.app.library;

import org.jspecify.annotations.NullMarked;
