/** Papers: what is printed, sent or shown as one piece. One model, made as PDF, as DOCX and as a page. */
@NullMarked
package nl.ontwikkelagenda.reporting.paper;

import org.jspecify.annotations.NullMarked;
