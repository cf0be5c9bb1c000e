package nl.ontwikkelagenda.app.mail;

import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PersonId;

/** Makes files of one kind that go with mails, at the moment that a mail is sent, so that none of them is kept. */
public interface Enclosures {

	/**
	 * A file as it goes with a mail.
	 *
	 * @param name      with its ending, in ASCII
	 * @param mediaType with its parameters
	 */
	record Enclosure(String name, String mediaType, byte[] content) {
	}

	/** @return empty when the reader may not see it any more, or there is none of this kind */
	Optional<Enclosure> make(UUID enclosure, PersonId reader);
}
