/** School holidays that a partnership imported, beside those that come with the product. */
@NullMarked
package nl.ontwikkelagenda.actions.holiday;

import org.jspecify.annotations.NullMarked;
