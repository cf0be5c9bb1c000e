@NullMarked
package nl.ontwikkelagenda.app.sealing;

import org.jspecify.annotations.NullMarked;
