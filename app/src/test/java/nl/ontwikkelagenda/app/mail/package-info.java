/** Tests of the outbox, with a real mail server. */
@NullMarked
package nl.ontwikkelagenda.app.mail;

import org.jspecify.annotations.NullMarked;
