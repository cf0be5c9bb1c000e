/** Attachments of whatever can have them: a link with the date it was consulted, or a file that can be removed while the fact stays. */
@NullMarked
package nl.ontwikkelagenda.agenda.attachment;

import org.jspecify.annotations.NullMarked;
