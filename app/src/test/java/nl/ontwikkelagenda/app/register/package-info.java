@NullMarked
package nl.ontwikkelagenda.app.register;

import org.jspecify.annotations.NullMarked;
