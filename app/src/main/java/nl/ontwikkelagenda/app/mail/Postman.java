package nl.ontwikkelagenda.app.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import nl.ontwikkelagenda.app.mail.Enclosures.Enclosure;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Brings mails to the mail server, when there is one ({@code spring.mail.host}). */
@Component
@EnableConfigurationProperties(MailSettings.class)
public class Postman {

	private final @Nullable JavaMailSender server;
	private final @Nullable InternetAddress sender;
	private final Clock clock;

	/** @throws IllegalStateException there is a mail server, but no address that mails come from */
	Postman(ObjectProvider<JavaMailSender> server, MailSettings settings, Clock clock) {
		this.server = server.getIfAvailable();
		this.sender = this.server == null ? null : address(settings.sender());
		this.clock = clock;
	}

	/** Whether mails can go out; if not, none is to be written. */
	public boolean works() {
		return server != null;
	}

	/** @throws MessagingException and {@link org.springframework.mail.MailException}, with messages that may hold addresses */
	void bring(OutgoingMails.Claimed mail, String to, @Nullable Enclosure enclosure) throws MessagingException {
		if (server == null || sender == null) {
			throw new MessagingException("Er is geen mailserver ingesteld.");
		}
		MimeMessage message = server.createMimeMessage();
		MimeMessageHelper helper = new MimeMessageHelper(message, enclosure != null, StandardCharsets.UTF_8.name());
		helper.setFrom(sender);
		helper.setTo(to);
		helper.setSubject(mail.subject());
		helper.setText(mail.body());
		if (enclosure != null) {
			helper.addAttachment(enclosure.name(), new ByteArrayResource(enclosure.content()), enclosure.mediaType());
		}
		helper.setSentDate(Date.from(clock.instant()));
		// Whoever gets it twice can tell, and no answering machine answers it.
		String from = sender.getAddress();
		message.setHeader("Message-ID", "<" + mail.mailId() + from.substring(from.lastIndexOf('@')) + ">");
		message.setHeader("Auto-Submitted", "auto-generated");
		server.send(message);
	}

	private static InternetAddress address(String sender) {
		try {
			InternetAddress address = new InternetAddress(sender, true);
			if (!address.getAddress().contains("@")) {
				throw new AddressException("no domain");
			}
			return address;
		} catch (AddressException e) {
			throw new IllegalStateException(
					"Er is een mailserver ingesteld (spring.mail.host), maar geen goed adres van de afzender; zet ontwikkelagenda.mail.sender, als in: Ontwikkelagenda <agenda@regio.example>.",
					e);
		}
	}
}
