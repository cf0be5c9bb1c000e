/** The one engine that keeps every view: current documents, every earlier version, and how far each is true. */
@NullMarked
package nl.ontwikkelagenda.reporting.readmodel;

import org.jspecify.annotations.NullMarked;
