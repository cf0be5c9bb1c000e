/** Progress reports: what came of a table, theme, agenda, community, meeting or partnership, in sections whose numbers lead to the facts behind them. */
@NullMarked
package nl.ontwikkelagenda.reporting.progress;

import org.jspecify.annotations.NullMarked;
