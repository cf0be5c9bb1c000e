package nl.ontwikkelagenda.agenda.agenda;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.AdoptAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.CloseAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.CommentOnAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.OpenReadingAlong;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.PublishAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.RenameAgenda;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.SettleComment;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.SignUpReader;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StartEdition;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.StateAmbition;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.WithdrawAgendaPublication;
import nl.ontwikkelagenda.agenda.agenda.AgendaCommand.WithdrawReader;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaAdopted;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaClosed;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaOpened;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaPublicationWithdrawn;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaPublished;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaRenamed;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AmbitionStated;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.CommentSettled;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.EditionStarted;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderCommented;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderSignedUp;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReaderWithdrew;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.ReadingAlongOpened;
import nl.ontwikkelagenda.agenda.partnership.NewIds;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.References;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.agenda.partnership.UnknownReference;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
@SuppressWarnings("NullAway.Init")
class Agenda {

	@AggregateIdentifier private AgendaId agendaId;
	private PartnershipId partnershipId;
	private AgendaStatus status;
	private boolean adopted;
	private @Nullable LocalDate publishedOn;
	private final Set<PersonId> readers = new HashSet<>();
	private final Map<CommentId, Boolean> settled = new HashMap<>();

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(OpenAgenda c, References references) {
		references.require(c.partnershipId(), "partnershipId", c.partnershipId());
		apply(new AgendaOpened(c.agendaId(), c.partnershipId(), c.title(), c.openedOn()));
	}

	@CommandHandler
	@CreationPolicy(AggregateCreationPolicy.ALWAYS)
	void decide(StartEdition c, References references, Agendas agendas) {
		references.require(c.partnershipId(), "editionOf", c.editionOf());
		Agendas.Standing earlier = agendas.find(c.editionOf()).filter(Agendas.Standing::adopted).orElseThrow(() -> new RuleBroken("an-edition-follows-an-adopted-agenda",
				"Een nieuwe editie volgt op een vastgestelde agenda; stel deze agenda eerst vast."));
		if (earlier.followed()) {
			throw new RuleBroken("an-agenda-is-followed-once", "Op deze agenda volgt al een nieuwe editie; ga daarmee verder.");
		}
		if (!earlier.openThemes().containsAll(c.themeIds())) {
			throw new UnknownReference("themeIds", "Alleen open thema's van de eerdere editie gaan mee; controleer de waarde van themeIds.");
		}
		apply(new EditionStarted(c.agendaId(), c.partnershipId(), c.editionOf(), earlier.edition() + 1, c.title(), c.themeIds().stream().distinct().toList(), c.startedOn()));
	}

	@CommandHandler
	void decide(RenameAgenda c) {
		notWhenAdoptedOrClosed();
		apply(new AgendaRenamed(agendaId, c.title(), c.renamedOn()));
	}

	@CommandHandler
	void decide(StateAmbition c) {
		notWhenAdoptedOrClosed();
		apply(new AmbitionStated(agendaId, c.ambition(), c.statedOn()));
	}

	@CommandHandler
	void decide(OpenReadingAlong c) {
		notWhenAdoptedOrClosed();
		if (status == AgendaStatus.READING_ALONG) {
			throw new RuleBroken("reading-along-opens-once", "Er wordt al meegelezen met deze agenda; meelezers kunnen zich aanmelden en opmerkingen maken.");
		}
		apply(new ReadingAlongOpened(agendaId, c.openedOn(), c.until()));
	}

	/** Also before reading along opens: volunteers are asked for while there is nothing to read yet. */
	@CommandHandler
	void decide(SignUpReader c, References references) {
		notWhenAdoptedOrClosed();
		references.require(partnershipId, "personId", c.personId());
		if (readers.contains(c.personId())) {
			throw new RuleBroken("a-reader-signs-up-once", "Deze persoon is al aangemeld als meelezer.");
		}
		apply(new ReaderSignedUp(agendaId, c.personId(), c.signedUpOn()));
	}

	@CommandHandler
	void decide(WithdrawReader c) {
		mustBeReader(c.personId());
		apply(new ReaderWithdrew(agendaId, c.personId(), c.withdrewOn()));
	}

	@CommandHandler
	void decide(CommentOnAgenda c, NewIds ids) {
		notWhenAdoptedOrClosed();
		if (status == AgendaStatus.DRAFT) {
			throw new RuleBroken("comments-come-while-reading-along", "Het meelezen is nog niet begonnen; opmerkingen kunnen zodra het is geopend.");
		}
		mustBeReader(c.personId());
		if (settled.containsKey(c.commentId())) {
			throw new RuleBroken("id-is-new", "Deze opmerking is al vastgelegd; kies een ander id voor een nieuwe opmerking.");
		}
		ids.require(c.commentId());
		apply(new ReaderCommented(agendaId, partnershipId, c.commentId(), c.personId(), c.words(), c.commentedOn()));
	}

	@CommandHandler
	void decide(SettleComment c) {
		Boolean done = settled.get(c.commentId());
		if (done == null) {
			throw new UnknownReference("commentId", "Deze opmerking hoort niet bij deze agenda; kies een opmerking van deze agenda.");
		}
		if (done) {
			throw new RuleBroken("a-comment-is-settled-once", "Deze opmerking is al afgehandeld; een meelezer kan een nieuwe opmerking maken.");
		}
		apply(new CommentSettled(agendaId, c.commentId(), c.answer(), c.settledOn()));
	}

	@CommandHandler
	void decide(AdoptAgenda c, References references, Agendas agendas) {
		if (status == AgendaStatus.ADOPTED) {
			throw new RuleBroken("an-agenda-is-adopted-once", "Deze agenda is al vastgesteld; een nieuwe editie kan opnieuw worden vastgesteld.");
		}
		notWhenAdoptedOrClosed();
		references.require(partnershipId, "bodyId", c.bodyId());
		apply(new AgendaAdopted(agendaId, partnershipId, c.bodyId(), List.copyOf(agendas.openThemes(agendaId)), c.adoptedOn()));
	}

	@CommandHandler
	void decide(PublishAgenda c) {
		if (!adopted) {
			throw new RuleBroken("only-an-adopted-agenda-is-published", "Alleen een vastgestelde agenda wordt gepubliceerd; stel haar eerst vast, of open het meelezen.");
		}
		if (publishedOn != null) {
			throw new RuleBroken("an-agenda-is-published-once", "Deze agenda is al gepubliceerd; iedereen kan haar lezen.");
		}
		apply(new AgendaPublished(agendaId, c.publishedOn()));
	}

	@CommandHandler
	void decide(WithdrawAgendaPublication c) {
		if (publishedOn == null) {
			throw new RuleBroken("only-a-published-agenda-is-withdrawn", "Deze agenda is niet gepubliceerd, dus er is niets in te trekken.");
		}
		if (c.withdrawnOn().isBefore(publishedOn)) {
			throw new RuleBroken("withdrawing-follows-publishing", "Deze agenda is later gepubliceerd; kies een dag vanaf die waarop dat gebeurde.");
		}
		apply(new AgendaPublicationWithdrawn(agendaId, c.reason(), c.withdrawnOn()));
	}

	@CommandHandler
	void decide(CloseAgenda c) {
		notWhenClosed();
		apply(new AgendaClosed(agendaId, c.reason(), c.closedOn()));
	}

	private void notWhenAdoptedOrClosed() {
		notWhenClosed();
		if (status == AgendaStatus.ADOPTED) {
			throw new RuleBroken("an-adopted-agenda-is-frozen",
					"Deze agenda is vastgesteld: titel, rode draad en thema's staan vast en het meelezen is voorbij; start een nieuwe editie om iets te veranderen.");
		}
	}

	private void notWhenClosed() {
		if (status == AgendaStatus.CLOSED) {
			throw new RuleBroken("a-closed-agenda-stays-closed", "Deze agenda is gesloten; open een nieuwe agenda, of start een nieuwe editie.");
		}
	}

	private void mustBeReader(PersonId person) {
		if (!readers.contains(person)) {
			throw new RuleBroken("a-reader-is-signed-up", "Deze persoon is niet aangemeld als meelezer; meld hem eerst aan.");
		}
	}

	private void starts(AgendaId agenda, PartnershipId partnership) {
		agendaId = agenda;
		partnershipId = partnership;
		status = AgendaStatus.DRAFT;
	}

	@EventSourcingHandler
	void evolve(AgendaEvent event) {
		switch (event) {
			case AgendaOpened e -> starts(e.agendaId(), e.partnershipId());
			case EditionStarted e -> starts(e.agendaId(), e.partnershipId());
			case AgendaRenamed e -> {
			}
			case AmbitionStated e -> {
			}
			case ReadingAlongOpened e -> status = AgendaStatus.READING_ALONG;
			case ReaderSignedUp e -> readers.add(e.personId());
			case ReaderWithdrew e -> readers.remove(e.personId());
			case ReaderCommented e -> settled.put(e.commentId(), false);
			case CommentSettled e -> settled.put(e.commentId(), true);
			case AgendaAdopted e -> {
				status = AgendaStatus.ADOPTED;
				adopted = true;
			}
			case AgendaPublished e -> publishedOn = e.publishedOn();
			case AgendaPublicationWithdrawn e -> publishedOn = null;
			case AgendaClosed e -> status = AgendaStatus.CLOSED;
		}
	}
}
