@NullMarked
package nl.ontwikkelagenda.reporting.audit;

import org.jspecify.annotations.NullMarked;
