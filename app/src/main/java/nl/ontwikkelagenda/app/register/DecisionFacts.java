package nl.ontwikkelagenda.app.register;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.BodyView;
import nl.ontwikkelagenda.agenda.decision.DecisionId;
import nl.ontwikkelagenda.agenda.decision.DecisionView;
import nl.ontwikkelagenda.agenda.decision.DecisionView.Objection;
import nl.ontwikkelagenda.agenda.decision.DecisionView.Stated;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.partnership.MandateView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.housestyle.OfPartnership;
import nl.ontwikkelagenda.app.pages.Addresses;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.trace.Trace;
import nl.ontwikkelagenda.reporting.trace.Trace.Side;
import nl.ontwikkelagenda.reporting.trace.Trace.Step;
import nl.ontwikkelagenda.reporting.trace.TracePicture;

import org.jspecify.annotations.Nullable;

/**
 * A decision with what it rests on and what came of it.
 *
 * @param mandate   that it was taken by
 * @param revises   the decision that it replaced
 * @param revisedBy the decision that replaced it
 * @param before    what went before, the nearest first
 * @param after     what followed, the nearest first
 */
public record DecisionFacts(DecisionView decision, PartnershipView partnership, BodyView body, @Nullable MeetingView meeting, @Nullable MandateView mandate,
		@Nullable DecisionView revises, @Nullable DecisionView revisedBy, List<Link> before, List<Link> after, Speech say) implements OfPartnership {

	private static final int MOST = 20;

	/** A step of the chain. */
	public record Link(String address, String kind, String title, String when) {
	}

	static DecisionFacts of(DecisionId id, Reading reading, Trace trace) {
		DecisionView decision = reading.one(ReadModels.DECISIONS, id);
		PartnershipView partnership = reading.partnership(decision.partnershipId());
		Stated stated = decision.particulars();
		MandateView mandate = reading.find(ReadModels.MANDATES, stated == null ? null : stated.mandateId()).orElse(null);
		Speech say = reading.speech(List.of(partnership)).meet(persons(decision), texts(decision, trace));
		return new DecisionFacts(decision, partnership, reading.one(ReadModels.BODIES, decision.bodyId()), reading.find(ReadModels.MEETINGS, decision.meetingId()).orElse(null),
				mandate, reading.find(ReadModels.DECISIONS, decision.revises()).orElse(null), reading.find(ReadModels.DECISIONS, decision.revisedBy()).orElse(null),
				links(trace, Side.BEFORE, say), links(trace, Side.AFTER, say), say);
	}

	private static List<Link> links(Trace trace, Side side, Speech say) {
		return trace.steps().stream().filter(step -> step.side() == side).sorted(Comparator.comparingInt(Step::distance)).limit(MOST)
				.map(step -> new Link(Addresses.of(step.kind(), step.id()), step.kind().dutch(), say.words(step.title()), TracePicture.when(step.on()))).toList();
	}

	private static Stream<@Nullable PersonId> persons(DecisionView decision) {
		Stream<@Nullable PersonId> confirming = Stream.ofNullable(decision.confirmation()).map(confirmation -> confirmation.by().asPerson().orElse(null));
		Stated stated = decision.particulars();
		return stated == null
				? confirming
				: Stream.of(confirming, stated.present().stream(), Stream.of(stated.mandateHolder()), stated.dissents().stream().map(Objection::personId)).flatMap(all -> all);
	}

	private static Stream<@Nullable String> texts(DecisionView decision, Trace trace) {
		Stream<@Nullable String> own = Stream.of(decision.title(), decision.text(), decision.revokedBecause(),
				decision.confirmation() == null ? null : decision.confirmation().words());
		Stream<@Nullable String> stated = Stream.ofNullable(decision.particulars())
				.flatMap(particulars -> Stream.concat(Stream.of(particulars.withoutMandateBecause()), particulars.dissents().stream().map(Objection::words)));
		return Stream.of(own, stated, decision.reviews().stream().map(DecisionView.Review::finding), trace.steps().stream().map(Step::title)).flatMap(all -> all);
	}

	/** Who were there, by name. */
	public List<String> present() {
		return Optional.ofNullable(decision.particulars()).map(Stated::present).orElse(List.of()).stream().map(person -> say.who(person, null)).sorted().toList();
	}

	/** Who confirmed it. */
	public String confirmedBy() {
		return Optional.ofNullable(decision.confirmation()).map(DecisionView.Confirmation::by).flatMap(Actor::asPerson).map(person -> say.who(person, null)).orElse("");
	}

	/** Who did not agree: by name, or how many. */
	public String dissenting(Objection objection) {
		String who = say.who(objection.personId(), objection.organisationId());
		return who.isEmpty() ? Objects.requireNonNullElse(objection.number(), 0) + (Objects.equals(objection.number(), 1) ? " aanwezige" : " aanwezigen") : who;
	}
}
