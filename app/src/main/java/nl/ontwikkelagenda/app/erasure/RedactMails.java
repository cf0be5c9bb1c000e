package nl.ontwikkelagenda.app.erasure;

import java.util.Optional;
import java.util.regex.Pattern;

import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.app.command.InTransaction;
import nl.ontwikkelagenda.app.mail.OutgoingMails;
import nl.ontwikkelagenda.reporting.redaction.RedactionCommand.RedactText;

import org.springframework.stereotype.Component;

/** Takes a text that is redacted out of the mails that are kept, in the transaction in which it is redacted: the database cannot read them. */
@Component
class RedactMails implements InTransaction {

	/** A text of a letter or two may stand in any word, and tells nothing. */
	private static final int SHORTEST = 3;

	private final LoggedTexts texts;
	private final OutgoingMails mails;

	RedactMails(LoggedTexts texts, OutgoingMails mails) {
		this.texts = texts;
		this.mails = mails;
	}

	@Override
	public Runnable before(Object command) {
		Optional<String> words = command instanceof RedactText redact
				? texts.words(redact.partnershipId(), redact.eventId(), redact.pointer()).filter(text -> text.length() >= SHORTEST)
				: Optional.empty();
		return () -> words.ifPresent(text -> mails.replace(Pattern.compile(Pattern.quote(text)), FreeText.REDACTED));
	}
}
