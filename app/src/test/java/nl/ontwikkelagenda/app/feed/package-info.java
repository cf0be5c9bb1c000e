@NullMarked
package nl.ontwikkelagenda.app.feed;

import org.jspecify.annotations.NullMarked;
