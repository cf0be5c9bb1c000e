@NullMarked
package nl.ontwikkelagenda.app.carousel;

import org.jspecify.annotations.NullMarked;
