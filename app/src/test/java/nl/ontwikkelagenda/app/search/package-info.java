@NullMarked
package nl.ontwikkelagenda.app.search;

import org.jspecify.annotations.NullMarked;
