package nl.ontwikkelagenda.app.erasure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.attachment.FileText;
import nl.ontwikkelagenda.app.attachment.KeptFiles;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** The files of all partnerships in which a person is named. Reads every file, one after the other, so it is for who is going to erase. */
@Component
class NamingFiles {

	private final People people;
	private final Documents documents;
	private final KeptFiles files;

	NamingFiles(People people, Documents documents, KeptFiles files) {
		this.people = people;
		this.documents = documents;
		this.files = files;
	}

	/** A file. @param name of the file itself */
	record NamingFile(AttachmentId attachmentId, PartnershipId partnershipId, String title, String name, Where found) {

		enum Where {
			/** In its title or name. */
			NAME,
			/** In what it says. */
			TEXT
		}
	}

	List<NamingFile> of(PersonId id) {
		List<Person> entries = people.entriesOf(id);
		if (entries.isEmpty()) {
			throw new NotFound();
		}
		return Viewer.asApplication(() -> documents.all(ReadModels.ATTACHMENTS, Map.of("removed", "false"), AsOf.NOW)).stream()
				.flatMap(attachment -> found(attachment, entries).stream().map(where -> file(attachment, where))).toList();
	}

	private static NamingFile file(AttachmentView attachment, NamingFile.Where where) {
		return new NamingFile(attachment.attachmentId(), attachment.partnershipId(), attachment.title(), nameOf(attachment), where);
	}

	private static String nameOf(AttachmentView attachment) {
		return attachment.file() == null ? "" : attachment.file().name();
	}

	private Optional<NamingFile.Where> found(AttachmentView attachment, List<Person> entries) {
		if (attachment.file() == null) {
			return Optional.empty();
		}
		if (Stream.of(attachment.title(), nameOf(attachment)).anyMatch(text -> LoggedTexts.names(text, entries))) {
			return Optional.of(NamingFile.Where.NAME);
		}
		return files.content(attachment.attachmentId()).flatMap(content -> FileText.of(nameOf(attachment), content)).filter(text -> LoggedTexts.names(text, entries))
				.map(text -> NamingFile.Where.TEXT);
	}
}
