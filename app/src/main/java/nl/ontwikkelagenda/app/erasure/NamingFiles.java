package nl.ontwikkelagenda.app.erasure;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.attachment.FileText;
import nl.ontwikkelagenda.app.attachment.KeptFiles;
import nl.ontwikkelagenda.app.person.Person;
import nl.ontwikkelagenda.app.store.NamingFacts;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** The files that name a person, or that he added. Reads every file, one after the other, so it is for who is going to erase, and for who asks what is recorded about himself. */
@Component
public class NamingFiles {

	private static final String ADDED = "agenda.AttachmentAdded";

	private final Documents documents;
	private final KeptFiles files;
	private final NamingFacts facts;

	NamingFiles(Documents documents, KeptFiles files, NamingFacts facts) {
		this.documents = documents;
		this.files = files;
		this.facts = facts;
	}

	/**
	 * A file.
	 *
	 * @param name of the file itself
	 */
	public record NamingFile(AttachmentId attachmentId, PartnershipId partnershipId, String title, String name, Where found) {

		/** The first of these that holds. */
		public enum Where {
			/** In what it says. */
			TEXT,
			/** In its title or name, which are texts of the log. */
			NAME,
			/** He added it, and it does not name him, as far as it can be read. */
			ADDED
		}
	}

	/** Those of all partnerships that are still there. */
	public List<NamingFile> of(List<Person> entries) {
		Set<String> added = facts.of(entries.stream().map(Person::personId).toList()).filter(fact -> fact.byHim() && fact.type().equals(ADDED))
				.map(NamingFacts.Stored::aggregate).collect(Collectors.toSet());
		return Viewer.asApplication(() -> documents.all(ReadModels.ATTACHMENTS, Map.of("removed", "false"), AsOf.NOW)).stream()
				.flatMap(attachment -> Stream.ofNullable(attachment.file()).flatMap(file -> found(attachment, file.name(), entries, added).stream()
						.map(where -> new NamingFile(attachment.attachmentId(), attachment.partnershipId(), attachment.title(), file.name(), where))))
				.toList();
	}

	private Optional<NamingFile.Where> found(AttachmentView attachment, String name, List<Person> entries, Set<String> added) {
		if (files.content(attachment.attachmentId()).flatMap(content -> FileText.of(name, content)).filter(text -> LoggedTexts.names(text, entries)).isPresent()) {
			return Optional.of(NamingFile.Where.TEXT);
		}
		if (Stream.of(attachment.title(), name).anyMatch(text -> LoggedTexts.names(text, entries))) {
			return Optional.of(NamingFile.Where.NAME);
		}
		return added.contains(attachment.attachmentId().toString()) ? Optional.of(NamingFile.Where.ADDED) : Optional.empty();
	}
}
