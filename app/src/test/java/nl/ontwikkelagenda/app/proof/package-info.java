@NullMarked
package nl.ontwikkelagenda.app.proof;

import org.jspecify.annotations.NullMarked;
