package nl.ontwikkelagenda.app.participation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.barrier.BarrierView;
import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.MeetingView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.theme.ThemeView;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.housestyle.OfPartnership;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.visibility.ClosedBodies;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.cop.community.CommunityStatus;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.cop.community.EnrolmentId;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.cop.community.InsightKind;
import nl.ontwikkelagenda.cop.community.InsightView;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.cop.stakeholder.Perspective;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderId;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderStatus;
import nl.ontwikkelagenda.cop.stakeholder.StakeholderView;
import nl.ontwikkelagenda.reporting.progress.Wording;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a community tells a reader, put together from the views. */
@Component
class CommunityFacts {

	private static final Set<Right> STAFF = Set.of(Right.SECRETARY, Right.PROJECT_LEAD);
	/** Who may ask for a seat for himself. */
	private static final Set<Right> MAY_TAKE_PART = Set.of(Right.SECRETARY, Right.PROJECT_LEAD, Right.PARTICIPANT, Right.BOARD);

	private final Documents documents;
	private final Readers readers;
	private final People people;
	private final Oneself oneself;
	private final ClosedBodies closed;

	CommunityFacts(Documents documents, Readers readers, People people, Oneself oneself, ClosedBodies closed) {
		this.documents = documents;
		this.readers = readers;
		this.people = people;
		this.oneself = oneself;
		this.closed = closed;
	}

	/**
	 * @param free     seats that nobody has
	 * @param sectors  seats by sector, also of sectors for which seats are kept
	 * @param waiting  names on the waiting list, in order; null for who may not know them
	 * @param staff    what who keeps the community needs; null for others
	 * @param meetings of its body that are still to come, first one first
	 */
	public record Facts(CommunityView community, PartnershipView partnership, @Nullable ThemeView theme, Myself myself, int free, List<SectorRow> sectors,
			List<PerspectiveRow> perspectives, @Nullable List<String> waiting, @Nullable Staff staff, List<MeetingView> meetings, List<Insight> insights,
			List<BarrierView> barriers,
			List<ReflectionRoundView> reflections) implements OfPartnership {
	}

	/**
	 * For who keeps the community.
	 *
	 * @param people     who takes part, waits, was invited or did so once
	 * @param invitable  stakeholders who do not take part or wait
	 * @param sessions   the sessions that were held
	 * @param capacities seats that are kept, by sector
	 */
	public record Staff(List<Taking> people, List<Choice> invitable, List<Choice> sessions, List<SectorRow> capacities) {
	}

	/** Somebody with his standing. */
	public record Taking(PersonId personId, String name, Standing standing, LocalDate since, @Nullable LocalDate certifiedOn, @Nullable Integer attended) {

		public boolean isIn() {
			return standing == Standing.SEATED || standing == Standing.WAITING;
		}
	}

	/**
	 * The balance of one sector.
	 *
	 * @param kept     how many seats are kept for it
	 * @param keptFree how many of those nobody has yet
	 * @param with     how many there are with the reader; null when that changes nothing
	 */
	public record SectorRow(Sector sector, int taken, int kept, int keptFree, @Nullable Integer with) {
	}

	/** @param with how many there are with the reader; null when that changes nothing */
	public record PerspectiveRow(Perspective perspective, int taken, @Nullable Integer with) {
	}

	public record Insight(InsightKind kind, String words) {
	}

	/**
	 * The reader himself.
	 *
	 * @param stakeholder his entry as stakeholder; null when he is none now
	 * @param place       number on the waiting list; null for who does not wait
	 * @param allowed     whether he has a right to take part in this partnership
	 * @param closed      whether only who has an invitation may ask for a seat, and he has none
	 * @param seatForHim  whether he would have a seat at once
	 */
	public record Myself(@Nullable StakeholderView stakeholder, @Nullable Standing standing, @Nullable Integer place, boolean allowed, boolean closed, boolean open,
			boolean seatForHim,
			boolean programme) {

		public boolean isIn() {
			return standing == Standing.SEATED || standing == Standing.WAITING;
		}

		public boolean mayEnrol() {
			return open && allowed && !closed && stakeholder != null && !isIn();
		}

		public boolean invited() {
			return standing == Standing.INVITED;
		}
	}

	/** @throws NotFound there is no such community, or he cannot see it */
	Facts of(CommunityId id, AsOf asOf) {
		readers.check(ReadModels.COMMUNITIES, id.toString());
		CommunityView community = found(ReadModels.COMMUNITIES, id, asOf).orElseThrow(NotFound::new);
		PartnershipView partnership = found(ReadModels.PARTNERSHIPS, community.partnershipId(), asOf).orElseThrow(NotFound::new);
		Set<Right> rights = Set.copyOf(readers.heldNow().stream().filter(held -> held.partnershipId().equals(community.partnershipId())).map(RightsView.Held::right).toList());
		Myself myself = myself(community, partnership, oneself(community, asOf), rights, asOf);
		boolean staff = rights.stream().anyMatch(STAFF::contains);
		StakeholderView joining = myself.mayEnrol() && myself.seatForHim() ? myself.stakeholder() : null;
		return new Facts(community, partnership, found(ReadModels.THEMES, community.themeId(), asOf).orElse(null), myself, community.maximum() - community.seated(),
				sectors(community, joining), perspectives(community, joining), staff ? waiting(community) : null, staff ? staff(community, asOf) : null,
				meetings(community, asOf), insights(community, asOf), documents.all(ReadModels.BARRIERS, Map.of("bodyId", community.bodyId().toString()), asOf),
				reflections(community, asOf));
	}

	/** Under which of his ids the reader takes part now, or would. */
	PersonId oneself(CommunityId id) {
		return oneself(found(ReadModels.COMMUNITIES, id, AsOf.NOW).orElseThrow(NotFound::new), AsOf.NOW);
	}

	private PersonId oneself(CommunityView community, AsOf asOf) {
		Set<PersonId> ids = oneself.ids();
		return ids.size() == 1
				? oneself.id()
				: ids.stream().filter(id -> found(ReadModels.ENROLMENTS, EnrolmentId.of(community.communityId(), id), asOf).isPresent()).findFirst()
						.or(() -> ids.stream().filter(id -> found(ReadModels.STAKEHOLDERS, StakeholderId.of(community.partnershipId(), id), asOf).isPresent()).findFirst())
						.orElseGet(oneself::id);
	}

	private Myself myself(CommunityView community, PartnershipView partnership, PersonId reader, Set<Right> rights, AsOf asOf) {
		StakeholderView stakeholder = found(ReadModels.STAKEHOLDERS, StakeholderId.of(community.partnershipId(), reader), asOf)
				.filter(known -> known.status() == StakeholderStatus.REGISTERED).orElse(null);
		Standing standing = found(ReadModels.ENROLMENTS, EnrolmentId.of(community.communityId(), reader), asOf).map(EnrolmentView::standing).orElse(null);
		return new Myself(stakeholder, standing, Participations.place(community, reader), rights.stream().anyMatch(MAY_TAKE_PART::contains),
				rights.stream().noneMatch(STAFF::contains) && closed.areClosedTo(reader, community.communityId().toString()),
				community.status() != CommunityStatus.CONCLUDED, stakeholder != null && community.hasSeatFor(stakeholder.sector()),
				partnership.kind() == PartnershipKind.PROGRAMME);
	}

	private static List<SectorRow> sectors(CommunityView community, @Nullable StakeholderView joining) {
		return Arrays.stream(Sector.values()).map(sector -> {
			int taken = community.sectors().getOrDefault(sector, 0);
			int kept = community.kept().getOrDefault(sector, 0);
			return new SectorRow(sector, taken, kept, Math.max(0, kept - taken), joining == null ? null : joining.sector() == sector ? taken + 1 : taken);
		}).filter(row -> row.taken() > 0 || row.kept() > 0 || (row.with() != null && row.with() > 0)).toList();
	}

	private static List<PerspectiveRow> perspectives(CommunityView community, @Nullable StakeholderView joining) {
		return Arrays.stream(Perspective.values()).map(perspective -> {
			int taken = community.perspectives().getOrDefault(perspective, 0);
			return new PerspectiveRow(perspective, taken, joining == null ? null : joining.perspective() == perspective ? taken + 1 : taken);
		}).filter(row -> row.taken() > 0 || (row.with() != null && row.with() > 0)).toList();
	}

	private List<String> waiting(CommunityView community) {
		Map<PersonId, String> names = people.names(community.queue());
		return community.queue().stream().map(person -> names.getOrDefault(person, People.ERASED)).toList();
	}

	private Staff staff(CommunityView community, AsOf asOf) {
		List<EnrolmentView> enrolments = documents.all(ReadModels.ENROLMENTS, Map.of("communityId", community.communityId().toString()), asOf);
		List<StakeholderView> stakeholders = documents.all(ReadModels.STAKEHOLDERS,
				Map.of("partnershipId", community.partnershipId().toString(), "status", StakeholderStatus.REGISTERED.name()), asOf);
		Map<PersonId, String> names = people.names(Stream.concat(enrolments.stream().map(EnrolmentView::personId), stakeholders.stream().map(StakeholderView::personId)).toList());
		List<Taking> taking = enrolments.stream().map(one -> new Taking(one.personId(), names.getOrDefault(one.personId(), People.ERASED), one.standing(), one.since(),
				one.certifiedOn(), one.attended())).sorted(Comparator.comparing(Taking::name, String.CASE_INSENSITIVE_ORDER)).toList();
		Set<PersonId> in = taking.stream().filter(Taking::isIn).map(Taking::personId).collect(Collectors.toSet());
		List<Choice> invitable = stakeholders.stream().filter(one -> !in.contains(one.personId()))
				.map(one -> new Choice(one.personId().toString(), names.getOrDefault(one.personId(), People.ERASED)))
				.sorted(Comparator.comparing(Choice::label, String.CASE_INSENSITIVE_ORDER)).toList();
		return new Staff(taking, invitable,
				community.held().stream().map(session -> new Choice(session.meetingId().toString(), "Bijeenkomst " + session.number() + ", " + Wording.day(session.heldOn())))
						.toList(),
				Arrays.stream(Sector.values()).map(sector -> new SectorRow(sector, community.sectors().getOrDefault(sector, 0), community.kept().getOrDefault(sector, 0), 0, null))
						.toList());
	}

	private List<MeetingView> meetings(CommunityView community, AsOf asOf) {
		return documents.all(ReadModels.MEETINGS, Map.of("bodyId", community.bodyId().toString(), "status", MeetingStatus.PLANNED.name()), asOf).stream()
				.sorted(Comparator.comparing(MeetingView::plannedOn)).toList();
	}

	private List<Insight> insights(CommunityView community, AsOf asOf) {
		List<InsightView> all = documents.all(ReadModels.INSIGHTS, Map.of("communityId", community.communityId().toString()), asOf).stream()
				.sorted(Comparator.comparing(InsightView::sharedOn).thenComparing(InsightView::recordedAt)).toList();
		List<String> words = people.withNames(all.stream().map(InsightView::words).toList());
		return IntStream.range(0, all.size()).mapToObj(number -> new Insight(all.get(number).kind(), words.get(number))).toList();
	}

	private List<ReflectionRoundView> reflections(CommunityView community, AsOf asOf) {
		return documents.all(ReadModels.REFLECTION_ROUNDS, Map.of("about", community.communityId().toString()), asOf).stream()
				.sorted(Comparator.comparing(ReflectionRoundView::openedOn)).toList();
	}

	private <D> Optional<D> found(ReadModel<D, ?> view, @Nullable Object id, AsOf asOf) {
		return Stream.ofNullable(id).map(Objects::toString).flatMap(known -> documents.find(view, known, asOf).stream()).map(Stored::document).findFirst();
	}
}
