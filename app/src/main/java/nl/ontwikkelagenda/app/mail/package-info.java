/** Mails that leave the application, by way of an outbox that survives a crash. */
@NullMarked
package nl.ontwikkelagenda.app.mail;

import org.jspecify.annotations.NullMarked;
