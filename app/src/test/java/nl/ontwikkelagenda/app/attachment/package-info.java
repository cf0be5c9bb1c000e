/** What files are taken for. */
@NullMarked
package nl.ontwikkelagenda.app.attachment;

import org.jspecify.annotations.NullMarked;
