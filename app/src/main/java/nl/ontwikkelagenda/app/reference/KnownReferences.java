package nl.ontwikkelagenda.app.reference;

import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.inventory.InventoryId;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.attachment.AttachmentId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.project.ProjectId;
import nl.ontwikkelagenda.agenda.table.AdviceNoteId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.IdeaId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.visibility.LoggedIn;
import nl.ontwikkelagenda.app.visibility.Viewer;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** Answers from the views, and for persons from their register. What is hidden from who sends the command, he cannot refer to. */
@Component
class KnownReferences implements References {

	private final Documents documents;
	private final People people;
	private final LoggedIn loggedIn;

	KnownReferences(Documents documents, People people, LoggedIn loggedIn) {
		this.documents = documents;
		this.people = people;
		this.loggedIn = loggedIn;
	}

	@Override
	public boolean has(PartnershipId partnership, Object id) {
		return ScopedValue.where(Viewer.CURRENT, Viewer.SENDER.isBound() ? Viewer.SENDER.get() : loggedIn.viewer()).call(() -> stands(partnership, id));
	}

	private boolean stands(PartnershipId partnership, Object id) {
		return switch (id) {
			case PartnershipId other -> other.equals(partnership) && documents.find(ReadModels.PARTNERSHIPS, other.toString(), AsOf.NOW).isPresent();
			case OrganisationId organisation -> documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), AsOf.NOW).stream()
					.flatMap(found -> found.document().organisations().stream()).anyMatch(joined -> joined.organisationId().equals(organisation));
			case PersonId person -> people.find(person).isPresent();
			case ActionId action -> stands(ReadModels.ACTIONS, action, partnership);
			case AgendaId agenda -> stands(ReadModels.AGENDAS, agenda, partnership);
			case ThemeId theme -> stands(ReadModels.THEMES, theme, partnership);
			case IdeaId idea -> stands(ReadModels.IDEAS, idea, partnership);
			case BodyId body -> stands(ReadModels.BODIES, body, partnership);
			case MeetingId meeting -> stands(ReadModels.MEETINGS, meeting, partnership);
			case AttachmentId attachment -> stands(ReadModels.ATTACHMENTS, attachment, partnership);
			case UUID anything -> documents.partnershipOf(anything.toString()).filter(partnership::equals).isPresent();
			case OutcomeId outcome -> stands(ReadModels.OUTCOMES, outcome, partnership);
			case TableId table -> stands(ReadModels.TABLES, table, partnership);
			case AdviceNoteId note -> stands(ReadModels.ADVICE_NOTES, note, partnership);
			case ProjectId project -> stands(ReadModels.PROJECTS, project, partnership);
			case CommunityId community -> stands(ReadModels.COMMUNITIES, community, partnership);
			case InventoryId inventory -> stands(ReadModels.INVENTORIES, inventory, partnership);
			case ReflectionRoundId round -> stands(ReadModels.REFLECTION_ROUNDS, round, partnership);
			default -> throw new IllegalArgumentException("Nobody knows where to look for a " + id.getClass().getSimpleName());
		};
	}

	/** In this view and in this partnership: an id of another kind, or of other people's, is not there. */
	private boolean stands(ReadModel<?, ?> view, Object id, PartnershipId partnership) {
		return documents.find(view, id.toString(), AsOf.NOW).isPresent() && documents.partnershipOf(view, id.toString()).filter(partnership::equals).isPresent();
	}
}
