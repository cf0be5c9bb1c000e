/** Stakeholders, tested in their own words. */
@NullMarked
package nl.ontwikkelagenda.cop.stakeholder;

import org.jspecify.annotations.NullMarked;
