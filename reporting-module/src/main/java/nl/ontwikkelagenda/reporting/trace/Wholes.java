package nl.ontwikkelagenda.reporting.trace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.attachment.AttachmentView;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

/** To which whole a part belongs that has an id and a document of its own, but is no step of a chain by itself. */
final class Wholes {

	private record Part<D>(ReadModel<D, ?> view, Function<D, UUID> whole) {

		Optional<UUID> of(Shelf shelf, String id) {
			return shelf.find(view, id).map(whole);
		}
	}

	private static final List<Part<?>> PARTS = List.of(
			new Part<>(ReadModels.SEATS, part -> part.bodyId().value()),
			new Part<>(ReadModels.DECISION_REGISTERS, part -> part.bodyId().value()),
			new Part<>(ReadModels.COMMENTS, part -> part.agendaId().value()),
			new Part<>(ReadModels.ATTACHMENTS, AttachmentView::attachedTo),
			new Part<>(ReadModels.REMARKS, part -> part.projectId().value()),
			new Part<>(ReadModels.QUESTIONS, part -> part.projectId().value()),
			new Part<>(ReadModels.INVITATIONS, part -> part.meetingId().value()),
			new Part<>(ReadModels.GROUPS, part -> part.meetingId().value()),
			new Part<>(ReadModels.SOURCES, part -> part.meetingId().value()),
			new Part<>(ReadModels.MINUTES, part -> part.meetingId().value()),
			new Part<>(ReadModels.CALLS, part -> part.actionId().value()),
			new Part<>(ReadModels.INVENTORY_ANSWERS, part -> part.inventoryId().value()),
			new Part<>(ReadModels.ENROLMENTS, part -> part.communityId().value()));

	private Wholes() {
	}

	/** The id of that whole, which may be a part itself: a file can hang at a comment. */
	static Optional<UUID> of(Shelf shelf, UUID part) {
		return PARTS.stream().flatMap(each -> each.of(shelf, part.toString()).stream()).findFirst();
	}
}
