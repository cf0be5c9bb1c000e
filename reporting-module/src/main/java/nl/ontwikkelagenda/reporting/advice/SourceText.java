package nl.ontwikkelagenda.reporting.advice;

import nl.ontwikkelagenda.agenda.advice.Source;

import org.jspecify.annotations.Nullable;

/**
 * A source with its words.
 *
 * @param title short words above the text, where the source has both
 */
public record SourceText(Source source, @Nullable String title, String text) {
}
