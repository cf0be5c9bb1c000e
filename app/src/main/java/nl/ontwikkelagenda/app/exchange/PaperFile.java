package nl.ontwikkelagenda.app.exchange;

import nl.ontwikkelagenda.reporting.paper.Paper;

/**
 * A paper that is ready to be sent as a file.
 *
 * @param name without ending, in ASCII
 */
public record PaperFile(String name, Paper paper) {
}
