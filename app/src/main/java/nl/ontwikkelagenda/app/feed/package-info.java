/** What changed, told fact by fact to whoever follows it. */
@NullMarked
package nl.ontwikkelagenda.app.feed;

import org.jspecify.annotations.NullMarked;
