package nl.ontwikkelagenda.app.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import jakarta.mail.MessagingException;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.job.Lease;
import nl.ontwikkelagenda.app.job.RecurringJob;
import nl.ontwikkelagenda.app.mail.Enclosures.Enclosure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/** Sends the mails that wait, one by one, and forgets old ones. */
@Component
public class SendMails implements RecurringJob {

	private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
	private static final Duration PAUSE = Duration.ofSeconds(30);
	private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S*");
	private static final int LONGEST_ERROR = 500;

	private final OutgoingMails mails;
	private final Postman postman;
	private final List<Enclosures> enclosures;

	SendMails(OutgoingMails mails, Postman postman, List<Enclosures> enclosures) {
		this.enclosures = enclosures;
		this.mails = mails;
		this.postman = postman;
	}

	@Override
	public Schedule schedule() {
		return FixedDelay.of(PAUSE);
	}

	@Override
	public void run() {
		mails.forgetOld();
		if (postman.works()) {
			Optional<OutgoingMails.Claimed> mail = mails.claim();
			while (mail.isPresent() && sendAlone(mail.get())) {
				mail = mails.claim();
			}
		}
	}

	private boolean sendAlone(OutgoingMails.Claimed mail) {
		try (var _ = new Lease(() -> mails.renew(mail))) {
			return send(mail);
		}
	}

	/** Answers false when the mail server did not take it: it may be away, then the others are not worth the wait now. */
	private boolean send(OutgoingMails.Claimed mail) {
		if (mail.restricted()) {
			mails.givenUp(mail, "De verwerking van de gegevens van deze persoon is beperkt; hij krijgt geen mail.");
			return true;
		}
		String address = mail.address();
		if (address == null) {
			mails.givenUp(mail, "Van deze persoon is geen e-mailadres bekend.");
			return true;
		}
		Enclosure enclosure = enclosure(mail).orElse(null);
		if (enclosure == null && mail.enclosureId() != null) {
			mails.givenUp(mail, "De ontvanger mag niet meer zien wat erbij hoort.");
			return true;
		}
		try {
			postman.bring(mail, address, enclosure);
		} catch (MailException | MessagingException e) {
			String error = withoutAddresses(e);
			LOG.warn("Mail {} kon niet worden verzonden (poging {}): {}", mail.mailId(), mail.attempts(), error);
			mails.notSent(mail, error);
			return false;
		}
		mails.sent(mail);
		return true;
	}

	private Optional<Enclosure> enclosure(OutgoingMails.Claimed mail) {
		UUID enclosure = mail.enclosureId();
		PersonId reader = mail.personId();
		return enclosure == null || reader == null ? Optional.empty() : enclosures.stream().flatMap(kind -> kind.make(enclosure, reader).stream()).findFirst();
	}

	/** What the mail server said, on one line: servers repeat the addresses that they do not like. */
	private static String withoutAddresses(Exception failure) {
		Throwable cause = failure instanceof MailException mail ? mail.getMostSpecificCause() : failure;
		String said = ADDRESS.matcher(cause.getClass().getSimpleName() + ": " + cause.getMessage()).replaceAll("[adres]").replaceAll("\\s+", " ").strip();
		return said.substring(0, Math.min(LONGEST_ERROR, said.length()));
	}
}
