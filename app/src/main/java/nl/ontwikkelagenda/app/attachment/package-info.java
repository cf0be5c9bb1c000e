/** The files of attachments: what they are by their content, and where they are kept. */
@NullMarked
package nl.ontwikkelagenda.app.attachment;

import org.jspecify.annotations.NullMarked;
