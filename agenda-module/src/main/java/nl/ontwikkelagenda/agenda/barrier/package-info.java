/** Laws and rules that stand in the way: reported, put on an agenda, taken up, and followed to their end. */
@NullMarked
package nl.ontwikkelagenda.agenda.barrier;

import org.jspecify.annotations.NullMarked;
