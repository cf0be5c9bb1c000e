/** The pages in English: which language a reader gets, and what the sentences of the product are in it. */
@NullMarked
package nl.ontwikkelagenda.app.language;

import org.jspecify.annotations.NullMarked;
