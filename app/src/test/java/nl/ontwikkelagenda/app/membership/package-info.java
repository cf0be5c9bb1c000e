/** Pages on which a partnership is set up, as an administrator and a secretary use them. */
@NullMarked
package nl.ontwikkelagenda.app.membership;

import org.jspecify.annotations.NullMarked;
