/** Removing texts and persons: found in the log and the registers, removed everywhere, and again after an old backup was put back. */
@NullMarked
package nl.ontwikkelagenda.app.erasure;

import org.jspecify.annotations.NullMarked;
