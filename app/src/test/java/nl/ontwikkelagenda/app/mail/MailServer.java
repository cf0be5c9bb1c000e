package nl.ontwikkelagenda.app.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import nl.ontwikkelagenda.app.rest.Running;

/** A mail server that takes everything, goes down and comes back on the same port, and the application that uses it. */
public final class MailServer implements AutoCloseable {

	private GreenMail server;
	private final int port;
	private final Set<StoredMessage> given = Collections.newSetFromMap(new IdentityHashMap<>());

	/** A mail as it arrived. */
	public record Received(String to, String from, String subject, String text, String messageId, List<Enclosed> files) {
	}

	/** A file that came with a mail. */
	public record Enclosed(String name, ContentType type, byte[] content) {

		public String mediaType() {
			return type.getBaseType();
		}
	}

	public MailServer() {
		server = started(0);
		port = server.getSmtp().getPort();
	}

	/** An application of its own that sends its mails here. */
	public Running application(String... more) {
		return Running.with(Stream.concat(settings(), Stream.of(more)).toArray(String[]::new));
	}

	/** With which an application sends its mails here. */
	public Stream<String> settings() {
		return Stream.of("spring.mail.host=127.0.0.1", "spring.mail.port=" + port, "ontwikkelagenda.mail.sender=Ontwikkelagenda <agenda@regio.example>",
				"ontwikkelagenda.public-address=https://agenda.regio.example/");
	}

	public void goDown() {
		server.stop();
	}

	public void comeBack() {
		server = started(port);
	}

	/** What arrived since the last time this was asked. */
	public List<Received> received() {
		// nothing is thrown away: what arrives between looking and doing that would be lost
		return server.getManagers().getImapHostManager().getAllMessages().stream().filter(given::add).map(message -> received(message.getMimeMessage())).toList();
	}

	public Set<String> recipients() {
		return new TreeSet<>(received().stream().map(Received::to).toList());
	}

	@Override
	public void close() {
		server.stop();
	}

	private static GreenMail started(int port) {
		GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		return server;
	}

	private static Received received(MimeMessage message) {
		try {
			Address[] to = message.getAllRecipients();
			assertThat(to).hasSize(1);
			return new Received(((InternetAddress) to[0]).getAddress(), message.getFrom()[0].toString(), message.getSubject(), text(message), message.getMessageID(),
					files(message));
		} catch (MessagingException | IOException e) {
			throw new AssertionError(e);
		}
	}

	private static String text(Part part) throws MessagingException, IOException {
		return part.getContent() instanceof MimeMultipart parts ? text(parts.getBodyPart(0)) : String.valueOf(part.getContent());
	}

	private static List<Enclosed> files(MimeMessage message) throws MessagingException, IOException {
		List<Enclosed> files = new ArrayList<>();
		if (message.getContent() instanceof MimeMultipart parts) {
			for (int i = 1; i < parts.getCount(); i++) {
				BodyPart part = parts.getBodyPart(i);
				files.add(new Enclosed(part.getFileName(), new ContentType(part.getContentType()), part.getInputStream().readAllBytes()));
			}
		}
		return files;
	}
}
