/** Advice notes as they are read: every paragraph with the words that it refers to. */
@NullMarked
package nl.ontwikkelagenda.reporting.advice;

import org.jspecify.annotations.NullMarked;
