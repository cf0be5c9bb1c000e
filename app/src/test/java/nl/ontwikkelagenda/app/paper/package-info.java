@NullMarked
package nl.ontwikkelagenda.app.paper;

import org.jspecify.annotations.NullMarked;
