package nl.ontwikkelagenda.app.start;

import static nl.ontwikkelagenda.app.start.Found.is;

import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.advice.AdviceNoteStatus;
import nl.ontwikkelagenda.agenda.advice.AdviceNoteView;
import nl.ontwikkelagenda.agenda.agenda.AgendaStatus;
import nl.ontwikkelagenda.agenda.agenda.AgendaView;
import nl.ontwikkelagenda.agenda.decision.DecisionView.ReviewState;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.reporting.progress.Wording;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** For who decides and who keeps the records: decisions to look at again, advice that waits for an answer, and agendas that were read along; for readers of those, until when they can comment. */
@Component
@Order(3)
class MattersOfDecisions implements Matters {

	private final Found found;

	MattersOfDecisions(Found found) {
		this.found = found;
	}

	@Override
	public Stream<Matter> of(Reader reader) {
		Set<PartnershipId> deciding = reader.holding(Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD);
		Stream<Matter> reviews = found.first(ReadModels.DECISIONS, deciding, "reviewOn", MOST, is("review", ReviewState.DUE)).stream()
				.map(decision -> Matter.of("/besluiten/" + decision.decisionId(), decision.number() + " " + decision.title(), "Kijk terug op dit besluit: werkt het?",
						decision.reviewOn() == null ? null : "Afgesproken voor " + Wording.day(decision.reviewOn()), decision.reviewOn(),
						decision.reviewOn() != null && decision.reviewOn().isBefore(reader.day())));
		Stream<Matter> advice = found.first(ReadModels.ADVICE_NOTES, deciding, "draftedOn", MOST, is("status", AdviceNoteStatus.SUBMITTED)).stream()
				.map(MattersOfDecisions::answer);
		Stream<Matter> agendas = found.first(ReadModels.AGENDAS, reader.readable(), "openedOn", MOST, is("status", AgendaStatus.READING_ALONG)).stream()
				.flatMap(agenda -> readingAlong(agenda, reader));
		return Stream.of(reviews, advice, agendas).flatMap(matters -> matters);
	}

	private static Matter answer(AdviceNoteView note) {
		return Matter.of("/adviezen/" + note.adviceNoteId(), note.title(), "Dit advies wacht op een antwoord.",
				note.submissions().isEmpty() ? null : "Ingediend op " + Wording.day(note.submissions().getLast().submittedOn()), null, false);
	}

	private static Stream<Matter> readingAlong(AgendaView agenda, Reader reader) {
		AgendaView.ReadingAlong reading = agenda.readingAlong();
		if (reading == null) {
			return Stream.empty();
		}
		boolean over = reading.until() != null && reading.until().isBefore(reader.day());
		String path = "/agendas/" + agenda.agendaId();
		String until = reading.until() == null ? null : "Tot en met " + Wording.day(reading.until());
		if (over) {
			return reader.keeping().contains(agenda.partnershipId())
					? Stream.of(Matter.of(path, agenda.title(), "Het meelezen is voorbij. Handel de opmerkingen af en stel de agenda vast.", until, reading.until(), false))
					: Stream.empty();
		}
		boolean reads = agenda.readers().stream().anyMatch(one -> reader.is(one.personId()));
		return reads ? Stream.of(Matter.of(path, agenda.title(), "Lees mee en zeg wat u ervan vindt.", until, reading.until(), false)) : Stream.empty();
	}
}
