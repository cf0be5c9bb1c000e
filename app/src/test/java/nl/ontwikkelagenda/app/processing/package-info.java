@NullMarked
package nl.ontwikkelagenda.app.processing;

import org.jspecify.annotations.NullMarked;
