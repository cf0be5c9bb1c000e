@NullMarked
package nl.ontwikkelagenda.app.visibility;

import org.jspecify.annotations.NullMarked;
