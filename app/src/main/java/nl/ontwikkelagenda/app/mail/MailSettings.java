package nl.ontwikkelagenda.app.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of mails; those of the mail server are {@code spring.mail.*}.
 *
 * @param sender address that mails come from, with or without a name; needed when there is a mail server
 */
@ConfigurationProperties("ontwikkelagenda.mail")
public record MailSettings(@DefaultValue("") String sender) {
}
