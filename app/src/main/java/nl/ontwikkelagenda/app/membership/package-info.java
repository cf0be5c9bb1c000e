/** Pages on which a partnership is set up and kept: who takes part, who may do what, which bodies meet and who sits on them. */
@NullMarked
package nl.ontwikkelagenda.app.membership;

import org.jspecify.annotations.NullMarked;
