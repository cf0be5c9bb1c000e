@NullMarked
package nl.ontwikkelagenda.app.board;

import org.jspecify.annotations.NullMarked;
