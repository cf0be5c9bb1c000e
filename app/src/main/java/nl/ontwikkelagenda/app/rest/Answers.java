package nl.ontwikkelagenda.app.rest;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.AlreadyDone;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Done;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.command.Outcome;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.Page;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * How controllers answer: they translate a request to a command, or name a view, and leave the rest to this. Sends the command, reads what the caller wrote, and sets
 * ETag, Location, Content-Location and Link. What the caller may not see is not found.
 */
@Component
public class Answers {

	/** How many documents are in memory at a time for a file. */
	private static final int PART = 5_000;
	/** As of the last moment that anything was recorded at. */
	private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

	private final Commands commands;
	private final Documents documents;
	private final Readers readers;

	Answers(Commands commands, Documents documents, Readers readers) {
		this.commands = commands;
		this.documents = documents;
		this.readers = readers;
	}

	/** Sends a command that makes the thing with this id, or adds a fact to it: 201, its Location, and the thing as it now is. */
	public <D> ResponseEntity<D> created(Object command, ReadModel<D, ?> view, Object id) {
		return done(command, HttpStatus.CREATED, view, id, Function.identity());
	}

	/** As {@link #created(Object, ReadModel, Object)}, showing only a part of the document. */
	public <D, P> ResponseEntity<P> created(Object command, ReadModel<D, ?> view, Object id, Function<D, P> part) {
		return done(command, HttpStatus.CREATED, view, id, part);
	}

	/** Sends a command that changes the thing with this id: 200 and the thing as it now is. */
	public <D> ResponseEntity<D> changed(Object command, ReadModel<D, ?> view, Object id) {
		return done(command, HttpStatus.OK, view, id, Function.identity());
	}

	/** As {@link #changed(Object, ReadModel, Object)}, showing only a part of the document. */
	public <D, P> ResponseEntity<P> changed(Object command, ReadModel<D, ?> view, Object id, Function<D, P> part) {
		return done(command, HttpStatus.OK, view, id, part);
	}

	/** One document, now or as of the moment that was asked for: 200, or 404 when there is none that the caller may see. */
	public <D> ResponseEntity<D> one(ReadModel<D, ?> view, Object id) {
		return one(view, id, Function.identity());
	}

	/** As {@link #one(ReadModel, Object)}, showing only a part of the document. */
	public <D, P> ResponseEntity<P> one(ReadModel<D, ?> view, Object id, Function<D, P> part) {
		Stored<D> found = visible(view, id);
		return ResponseEntity.ok().headers(versioned(found)).body(part.apply(found.document()));
	}

	/** One document as known now, for a command that needs something of it; not found when the caller may not see it. */
	public <D> D known(ReadModel<D, ?> view, Object id) {
		readers.check(view, id.toString());
		return documents.find(view, id.toString(), AsOf.NOW).orElseThrow(NotFound::new).document();
	}

	/** One document as of the moment that was asked for, for an answer that is made of several. */
	public <D> D seen(ReadModel<D, ?> view, Object id) {
		return visible(view, id).document();
	}

	/** All of a list that stands in one document. */
	public <D, P> ResponseEntity<Listed<P>> part(ReadModel<D, ?> view, Object id, Function<D, List<P>> part) {
		return one(view, id, document -> whole(part.apply(document)));
	}

	/** The documents that were asked for and that the caller may see, a page at a time. */
	public <D> ResponseEntity<Listed<D>> list(ReadModel<D, ?> view) {
		return list(view, Map.of());
	}

	/** As {@link #list(ReadModel)}, of those only where these fields have these values: for a collection under a resource. */
	public <D> ResponseEntity<Listed<D>> list(ReadModel<D, ?> view, Map<String, ?> only) {
		return list(view, only, List.of());
	}

	/** As {@link #list(ReadModel)}, of those only where these conditions hold. */
	public <D> ResponseEntity<Listed<D>> list(ReadModel<D, ?> view, List<Condition> conditions) {
		return list(view, Map.of(), conditions);
	}

	private <D> ResponseEntity<Listed<D>> list(ReadModel<D, ?> view, Map<String, ?> only, List<Condition> conditions) {
		Question question = Question.current();
		Page<D> page = documents.list(view, question.query(only, conditions, readers.partnerships(view)), question.asOf(documents));
		Listed<D> listed = new Listed<>(page.items().stream().map(Stored::document).toList(), page.page(), page.pageSize(), page.total());
		HttpHeaders headers = question.contentLocation();
		question.links(page.total()).forEach(link -> headers.add(HttpHeaders.LINK, link));
		return ResponseEntity.ok().headers(headers).body(listed);
	}

	/**
	 * All of the documents that were asked for and that the caller may see, whatever the page, for a file; read part by part while the stream is used, and all as of one position.
	 *
	 * @param only       fields that must have these values
	 * @param conditions what must hold beside
	 */
	public <D> Stream<List<D>> everything(ReadModel<D, ?> view, Map<String, ?> only, List<Condition> conditions) {
		Question question = Question.current();
		AsOf asked = question.asOf(documents);
		AsOf pinned = asked.isNow() ? documents.asOf(END_OF_TIME) : asked;
		Set<PartnershipId> visible = readers.partnerships(view);
		return Stream.iterate(1, number -> number + 1).map(number -> documents.items(view, question.query(only, conditions, visible, number, PART), pinned))
				.takeWhile(part -> !part.isEmpty()).map(part -> part.stream().map(Stored::document).toList());
	}

	/** A file of documents: 200, with the moment that was asked for. */
	public <D> ResponseEntity<SheetFile<D>> file(SheetFile<D> file) {
		return ResponseEntity.ok().headers(Question.current().contentLocation()).body(file);
	}

	private static <P> Listed<P> whole(List<P> items) {
		return new Listed<>(items, 1, Math.max(1, items.size()), items.size());
	}

	private <D> Stored<D> visible(ReadModel<D, ?> view, Object id) {
		// what was not there then is not found, also where the caller could not see it now
		AsOf asOf = Question.current().asOf(documents);
		Stored<D> found = documents.find(view, id.toString(), asOf).orElseThrow(NotFound::new);
		PartnershipId partnership = view.partnershipOf(found.document());
		if (asOf.isNow() && partnership != null) {
			readers.check(view, partnership);
		} else {
			// what has been hidden since is hidden at every moment
			readers.check(view, id.toString());
		}
		return found;
	}

	private <D, P> ResponseEntity<P> done(Object command, HttpStatus status, ReadModel<D, ?> view, Object id, Function<D, P> part) {
		Intent intent = Intent.CURRENT.get().answering(status.value(), Api.path(view.name(), id));
		try {
			Done done = commands.send(command, intent);
			// A repeated request gets the same answer, so with a key the answer is what its own position shows; without one also what automations did since.
			AsOf asOf = intent.once() == null ? AsOf.NOW : new AsOf(done.position());
			// who made it is shown what he made, also where only others hold a seat; what he sees a part of is no more for that
			Optional<Stored<D>> made = done.visible()
					? documents.find(view, id.toString(), asOf).or(() -> Viewer.asApplication(() -> documents.find(view, id.toString(), asOf)))
					: Optional.empty();
			return answer(status.value(), Api.path(view.name(), id), made, view, part);
		} catch (AlreadyDone e) {
			Outcome outcome = e.outcome();
			String made = outcome.resource().substring(outcome.resource().lastIndexOf('/') + 1);
			Optional<Stored<D>> found = outcome.visible() ? documents.find(view, made, new AsOf(outcome.position())) : Optional.empty();
			return answer(outcome.status(), outcome.resource(), found, view, part);
		}
	}

	private <D, P> ResponseEntity<P> answer(int status, String resource, Optional<Stored<D>> found, ReadModel<D, ?> view, Function<D, P> part) {
		HttpHeaders headers = new HttpHeaders();
		headers.setLocation(URI.create(resource));
		if (found.isEmpty()) {
			headers.set(HttpHeaders.RETRY_AFTER, "1");
			return new ResponseEntity<>(headers, HttpStatus.ACCEPTED);
		}
		if (found.get().sequence() < 0) {
			// the id of a part can be chosen: it may be that of a part of something that the caller cannot see
			readers.check(view, found.get().id());
		}
		if (status != HttpStatus.CREATED.value()) {
			headers.remove(HttpHeaders.LOCATION);
		}
		setETag(headers, found.get());
		return ResponseEntity.status(status).headers(headers).body(part.apply(found.get().document()));
	}

	private static HttpHeaders versioned(Stored<?> stored) {
		HttpHeaders headers = Question.current().contentLocation();
		setETag(headers, stored);
		return headers;
	}

	/** The sequence of the aggregate; a part that is kept as a view of its own (an idea of a theme) has none, and is changed with the ETag of what it is part of. */
	private static void setETag(HttpHeaders headers, Stored<?> stored) {
		if (stored.sequence() >= 0) {
			headers.setETag("\"" + stored.sequence() + "\"");
		}
	}
}
