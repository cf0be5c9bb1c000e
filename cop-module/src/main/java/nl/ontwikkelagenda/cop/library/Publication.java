package nl.ontwikkelagenda.cop.library;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

import org.jspecify.annotations.Nullable;

/**
 * How an item appeared, as far as it says so itself.
 *
 * @param year      in which it appeared; absent for what gives none, such as a website
 * @param publisher in the words of the publication
 * @param address   where it can be read; absent for what is on paper only
 */
public record Publication(@Nullable Integer year, @Nullable FreeText publisher, @Nullable FreeText address) {
}
