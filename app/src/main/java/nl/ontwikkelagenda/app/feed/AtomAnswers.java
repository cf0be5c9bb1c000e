package nl.ontwikkelagenda.app.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.function.UnaryOperator;

import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.rest.PublicAddress;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers with a page of changes as Atom; who fetched it before is told when nothing changed. */
@Component
class AtomAnswers {

	private final PublicAddress publicAddress;

	AtomAnswers(PublicAddress publicAddress) {
		this.publicAddress = publicAddress;
	}

	/**
	 * @param self  path and query of this page
	 * @param older path and query of the page before a position
	 */
	ResponseEntity<byte[]> answer(Subject subject, ChangePages.Page page, String self, UnaryOperator<String> older) {
		String next = page.next() == null ? null : older.apply(page.next().toString());
		byte[] feed = AtomFeed.written(subject.kind() + "/" + subject.id(), publicAddress.page("").orElse(""), self, next, page.items()).getBytes(StandardCharsets.UTF_8);
		HttpHeaders headers = new HttpHeaders();
		headers.setContentType(new MediaType(MediaType.APPLICATION_ATOM_XML, StandardCharsets.UTF_8));
		headers.setCacheControl(CacheControl.noCache().cachePrivate());
		headers.setETag("\"" + UUID.nameUUIDFromBytes(feed) + "\"");
		headers.setLastModified(page.items().isEmpty() ? Instant.EPOCH : page.items().getFirst().recordedAt());
		return ResponseEntity.ok().headers(headers).body(feed);
	}
}
