package nl.ontwikkelagenda.app.start;

import static nl.ontwikkelagenda.app.start.Found.is;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionView;
import nl.ontwikkelagenda.actions.action.CallView;
import nl.ontwikkelagenda.actions.action.ParticipantView;
import nl.ontwikkelagenda.actions.inventory.InventoryStatus;
import nl.ontwikkelagenda.actions.inventory.InventoryView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.priority.BallotView;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundStatus;
import nl.ontwikkelagenda.agenda.priority.PriorityRoundView;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundStatus;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.progress.Wording;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Where the reader is asked to take part: communities that invite him, inventories, priority rounds and reflections that wait for his answer, and calls. */
@Component
@Order(4)
class MattersOfTakingPart implements Matters {

	private final Found found;

	MattersOfTakingPart(Found found) {
		this.found = found;
	}

	@Override
	public Stream<Matter> of(Reader reader) {
		return Stream.of(communities(reader), inventories(reader), rounds(reader), reflections(reader), calls(reader)).flatMap(matters -> matters);
	}

	private Stream<Matter> communities(Reader reader) {
		Set<String> inviting = found.first(ReadModels.ENROLMENTS, reader.readable(), "-since", MOST, reader.his("personId"), is("standing", Standing.INVITED)).stream()
				.map(EnrolmentView::communityId).map(Objects::toString).collect(Collectors.toSet());
		return found.withIds(ReadModels.COMMUNITIES, reader.readable(), inviting, CommunityView::communityId).values().stream()
				.map(community -> Matter.of("/communities/" + community.communityId(), community.title(), "U bent uitgenodigd. Neem de uitnodiging aan, of sla haar af.", null,
						community.startsOn(), false));
	}

	private Stream<Matter> inventories(Reader reader) {
		OrganisationId organisation = reader.organisation();
		if (organisation == null) {
			return Stream.empty();
		}
		return found.first(ReadModels.INVENTORIES, reader.holding(Right.PARTICIPANT, Right.BOARD, Right.SECRETARY, Right.PROJECT_LEAD), "closesOn", MOST,
				is("status", InventoryStatus.OPEN), is("awaiting", organisation)).stream()
				.map(inventory -> dated("/inventarisaties/" + inventory.inventoryId(), inventory.question(), "Geef het antwoord van uw organisatie.", inventory.closesOn(),
						reader.day()));
	}

	private Stream<Matter> rounds(Reader reader) {
		List<PriorityRoundView> open = found.first(ReadModels.PRIORITY_ROUNDS, reader.holding(Right.PARTICIPANT, Right.BOARD, Right.SECRETARY, Right.PROJECT_LEAD), "openedOn",
				MOST,
				is("status", PriorityRoundStatus.OPEN));
		if (open.isEmpty()) {
			return Stream.empty();
		}
		Map<String, Integer> placed = found.first(ReadModels.BALLOTS, reader.readable(), null, MOST, reader.his("personId")).stream()
				.collect(Collectors.toMap(ballot -> ballot.priorityRoundId().toString(), BallotView::inAll, Math::max));
		return open.stream().filter(round -> placed.getOrDefault(round.priorityRoundId().toString(), 0) < round.dotsPerParticipant())
				.map(round -> Matter.of("/prioritering/" + round.priorityRoundId(), round.title(),
						"Verdeel uw " + round.dotsPerParticipant() + " stippen; u gaf er al " + placed.getOrDefault(round.priorityRoundId().toString(), 0) + ".", null, null,
						false));
	}

	/** Nobody knows who has answered until the round closes, so it is asked of everybody. */
	private Stream<Matter> reflections(Reader reader) {
		List<ReflectionRoundView> open = found.first(ReadModels.REFLECTION_ROUNDS, reader.readable(), "closesOn", MOST, is("status", ReflectionRoundStatus.OPEN),
				reader.his("members"));
		return open.stream()
				.map(round -> dated("/reflecties/" + round.reflectionRoundId(), round.title(), "Vul de reflectie in, als u dat nog niet deed.", round.closesOn(), reader.day()));
	}

	private Stream<Matter> calls(Reader reader) {
		List<CallView> open = found.first(ReadModels.CALLS, reader.holding(Right.values()), "lastDay", MOST, is("status", CallView.Status.OPEN), is("full", "false"));
		if (open.isEmpty()) {
			return Stream.empty();
		}
		Set<String> joined = found.first(ReadModels.PARTICIPANTS, reader.readable(), "-signedUpOn", MOST, reader.his("personId")).stream().map(ParticipantView::callId)
				.map(Objects::toString).collect(Collectors.toSet());
		List<CallView> asking = open.stream().filter(call -> !joined.contains(call.callId().toString()) && (call.lastDay() == null || !call.lastDay().isBefore(reader.day())))
				.toList();
		Map<String, ActionView> actions = found.withIds(ReadModels.ACTIONS, reader.readable(),
				asking.stream().map(call -> call.actionId().toString()).collect(Collectors.toSet()), ActionView::actionId);
		return asking.stream().filter(call -> actions.containsKey(call.actionId().toString()))
				.map(call -> dated("/acties/" + call.actionId() + "#oproep", Objects.requireNonNull(actions.get(call.actionId().toString())).title(), "Doet u mee? " + call.text(),
						call.lastDay(), reader.day()));
	}

	private static Matter dated(String path, String title, String asks, @Nullable LocalDate lastDay, LocalDate today) {
		return Matter.of(path, title, asks, lastDay == null ? null : "Tot en met " + Wording.day(lastDay), lastDay, lastDay != null && lastDay.isBefore(today));
	}
}
