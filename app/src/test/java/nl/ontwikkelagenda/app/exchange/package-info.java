/** Lists as files. */
@NullMarked
package nl.ontwikkelagenda.app.exchange;

import org.jspecify.annotations.NullMarked;
