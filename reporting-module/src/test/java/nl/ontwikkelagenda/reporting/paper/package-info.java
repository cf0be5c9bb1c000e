@NullMarked
package nl.ontwikkelagenda.reporting.paper;

import org.jspecify.annotations.NullMarked;
