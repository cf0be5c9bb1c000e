package nl.ontwikkelagenda.app.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.agenda.attachment.Content;
import nl.ontwikkelagenda.agenda.attachment.Files;
import nl.ontwikkelagenda.app.command.NotFound;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps files in the database, so that a file and the fact that it was attached are committed together. */
@Component
public class KeptFiles implements Files {

	private final JdbcClient database;

	KeptFiles(JdbcClient database) {
		this.database = database;
	}

	@Override
	public void keep(AttachmentId attachment, Content content) {
		database.sql("insert into register.attachment (id, content) values (?, ?)").params(attachment.value(), content.bytes()).update();
	}

	@Override
	public void remove(AttachmentId attachment) {
		database.sql("delete from register.attachment where id = ?").param(attachment.value()).update();
	}

	/** Empty when it was removed, or never was a file. */
	public Optional<byte[]> content(AttachmentId attachment) {
		return database.sql("select content from register.attachment where id = ?").param(attachment.value()).query(byte[].class).optional();
	}

	/**
	 * A file to take along; never to be shown by a browser, whatever it holds.
	 *
	 * @throws NotFound when it is a link, or was removed
	 */
	public ResponseEntity<byte[]> download(AttachmentView attachment) {
		AttachmentView.File file = attachment.file();
		if (file == null) {
			throw new NotFound();
		}
		byte[] content = content(attachment.attachmentId()).orElseThrow(NotFound::new);
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).header(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename(file.name(), StandardCharsets.UTF_8).build().toString()).body(content);
	}
}
