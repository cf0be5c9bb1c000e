package nl.ontwikkelagenda.app.benchmark;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import nl.ontwikkelagenda.actions.action.ActionEvent.ActionAssigned;
import nl.ontwikkelagenda.actions.action.ActionEvent.ActionCompleted;
import nl.ontwikkelagenda.actions.action.ActionEvent.ProgressReported;
import nl.ontwikkelagenda.actions.action.ActionEvent.PromiseAdded;
import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.action.Promise;
import nl.ontwikkelagenda.actions.deadline.Calendar;
import nl.ontwikkelagenda.actions.deadline.Deadline;
import nl.ontwikkelagenda.actions.deadline.SchoolHolidays;
import nl.ontwikkelagenda.agenda.agenda.AgendaEvent.AgendaOpened;
import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.body.Access;
import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyEstablished;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.body.BodyKind;
import nl.ontwikkelagenda.agenda.meeting.AgreedPromise;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.AttendanceRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingHeld;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.MeetingPlanned;
import nl.ontwikkelagenda.agenda.meeting.MeetingEvent.OutcomeRecorded;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeKind;
import nl.ontwikkelagenda.agenda.meeting.Owner;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.meeting.PromiseId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.OrganisationJoined;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.PartnershipFounded;
import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent.RightGiven;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipKind;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.SchoolRegion;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.theme.ThemeEvent.ThemeRaised;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.store.EventSerializer;
import nl.ontwikkelagenda.app.store.TimeOrderedIds;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Years of meetings with attendance and outcomes, and of actions with promises, progress and completion, copied into the log as the pipeline would have written them. A partnership for
 * every 25,000 facts, unless told otherwise; some 25 facts for every meeting and the two actions that come of it.
 */
public final class BulkLog {

	private static final int FACTS_PER_PARTNERSHIP = 25_000;
	private static final List<Sector> SECTORS = List.of(Sector.values());
	private static final int ORGANISATIONS = 12;
	private static final int FACTS_PER_TRANSACTION = 20_000;
	private static final String COPY = "copy log.domain_event (event_identifier, aggregate_identifier, sequence_number, aggregate_type, payload_type, payload, meta_data, time_stamp) "
			+ "from stdin";
	private static final Instant BEGIN = Instant.parse("2018-01-02T08:00:00Z");
	private static final String[] WORDS = {"school", "jeugd", "wijk", "overleg", "afspraak", "gemeente", "ondersteuning", "ouders", "aansluiting", "vroegtijdig", "samen", "plan",
			"reünie", "onderwijs", "zorg", "thuiszitters", "team", "leerling", "doorgaande", "lijn", "expertise", "praktijk", "verslag", "tafel"};

	private static final Calendar CALENDAR = new Calendar(SchoolRegion.MIDDEN, SchoolHolidays.shipped(), Optional::empty);

	/**
	 * A partnership with who and what is there to be asked about.
	 *
	 * @param meetings the latest
	 * @param actions  the latest that are open
	 */
	record Region(PartnershipId partnership, List<PersonId> persons, List<MeetingId> meetings, List<ActionId> actions) {

		private static final int LATEST = 400;

		private static <T> void keep(List<T> latest, T one) {
			latest.add(one);
			if (latest.size() > LATEST) {
				latest.removeFirst();
			}
		}
	}

	private final EventSerializer serializer;
	private final int factsPerPartnership;
	private final int personsPerPartnership;
	private final List<Region> regions = new ArrayList<>();
	private final TimeOrderedIds ids = new TimeOrderedIds();
	private final Random random = new Random(20180924);
	private final Map<Object, Long> sequences = new HashMap<>();
	private final StringBuilder rows = new StringBuilder();
	private PersonId recorder = DemoAccounts.SECRETARY;
	private final List<PartnershipId> partnerships = new ArrayList<>();
	private final List<MeetingId> meetings = new ArrayList<>();
	private final List<ActionId> openActions = new ArrayList<>();
	private final List<OrganisationId> organisations = new ArrayList<>();
	private final List<ThemeId> themes = new ArrayList<>();
	private final List<PersonId> persons = new ArrayList<>();
	private PartnershipId partnership = new PartnershipId(id());
	private AgendaId agenda = new AgendaId(id());
	private BodyId body = new BodyId(id());
	private LocalDate day = LocalDate.EPOCH;
	private long facts;

	public BulkLog(EventSerializer serializer) {
		this(serializer, FACTS_PER_PARTNERSHIP, ORGANISATIONS);
	}

	BulkLog(EventSerializer serializer, int factsPerPartnership, int personsPerPartnership) {
		this.serializer = serializer;
		this.factsPerPartnership = factsPerPartnership;
		this.personsPerPartnership = personsPerPartnership;
	}

	/**
	 * For actions of an agenda that is there.
	 *
	 * @param recorder who recorded them
	 * @param persons  who promised them
	 * @param from     after the last fact of the log
	 */
	BulkLog(EventSerializer serializer, PartnershipId partnership, AgendaId agenda, List<ThemeId> themes, PersonId recorder, List<PersonId> persons, Instant from) {
		this(serializer);
		this.recorder = recorder;
		this.partnership = partnership;
		this.agenda = agenda;
		this.themes.addAll(themes);
		this.persons.addAll(persons);
		this.facts = Duration.between(BEGIN, from).toMinutes() + 1;
	}

	List<Region> regions() {
		return regions;
	}

	public List<PartnershipId> partnerships() {
		return partnerships;
	}

	List<MeetingId> meetings() {
		return meetings;
	}

	/** Actions that can still be reported on. */
	List<ActionId> openActions() {
		return openActions;
	}

	public long facts() {
		return facts;
	}

	/** A moment at about half of what was written. */
	Instant middle() {
		return at(facts / 2);
	}

	/** The moment after all that was written. */
	Instant end() {
		return at(facts);
	}

	private static Instant at(long fact) {
		return BEGIN.plusSeconds(60 * fact);
	}

	/** Goes on until about so many facts have been written in all. */
	public void writeUpTo(long wanted, Connection owner) throws SQLException {
		owner.setAutoCommit(false);
		while (facts < wanted) {
			long upTo = Math.min(wanted, facts + FACTS_PER_TRANSACTION);
			CopyIn copy = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
			while (facts < upTo) {
				if (facts >= (long) partnerships.size() * factsPerPartnership) {
					found();
				}
				meet();
				byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
				copy.writeToCopy(bytes, 0, bytes.length);
				rows.setLength(0);
			}
			copy.endCopy();
			owner.commit();
		}
		owner.setAutoCommit(true);
	}

	/** Actions of the last partnership that were agreed outside a meeting and on which nothing was reported yet; answers them. */
	List<ActionId> writeNewActions(int count, Connection owner) throws SQLException {
		List<ActionId> actions = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			ActionId action = new ActionId(id());
			actions.add(action);
			fact("Action", action, new ActionAssigned(action, partnership, agenda, themes.getFirst(), null, null, text(6), text(25), day, kept(promise())));
		}
		byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
		rows.setLength(0);
		CopyIn copy = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
		copy.writeToCopy(bytes, 0, bytes.length);
		copy.endCopy();
		return actions;
	}

	/**
	 * Actions of the last partnership with deadlines as people say them, of which a fifth are overdue by the end of 2018 and one in 500 is the secretary's own.
	 *
	 * @param said  when they were agreed
	 * @param batch so many in one transaction
	 */
	void writeAgreedActions(int count, LocalDate said, int batch, Connection owner) throws SQLException {
		String[] phrases = {"uiterlijk 1 oktober 2018", "voor de kerstvakantie van 2030", "in februari 2031", "dit schooljaar", "zo spoedig mogelijk"};
		for (int written = 0; written < count; written += batch) {
			for (int i = written; i < Math.min(count, written + batch); i++) {
				UUID whose = i % 500 == 0 ? DemoAccounts.SECRETARY.value() : persons.get(i % persons.size()).value();
				AgreedPromise promise = new AgreedPromise(new PromiseId(id()), new Owner(Owner.Kind.PERSON, whose, null), text(8), AgreedPromise.Of.WORK,
						new AgreedPromise.Words(new FreeText(phrases[i % phrases.length], text(1).salt()), said));
				ActionId action = new ActionId(id());
				fact("Action", action, new ActionAssigned(action, partnership, agenda, themes.getFirst(), null, null, text(6), text(25), said, kept(promise)));
			}
			CopyIn copy = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
			byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
			rows.setLength(0);
			copy.writeToCopy(bytes, 0, bytes.length);
			copy.endCopy();
		}
	}

	private void found() {
		partnership = new PartnershipId(id());
		partnerships.add(partnership);
		day = LocalDate.ofInstant(at(facts), java.time.ZoneOffset.UTC);
		fact("Partnership", partnership, new PartnershipFounded(partnership, PartnershipKind.REGION, text(2), SchoolRegion.MIDDEN, day));
		fact("Partnership", partnership, new RightGiven(partnership, DemoAccounts.SECRETARY, Right.SECRETARY, LocalDate.of(2018, 1, 1), null));
		fact("Partnership", partnership, new RightGiven(partnership, DemoAccounts.PROJECT_LEAD, Right.PROJECT_LEAD, LocalDate.of(2018, 1, 1), null));
		organisations.clear();
		persons.clear();
		themes.clear();
		for (int i = 0; i < ORGANISATIONS; i++) {
			organisations.add(new OrganisationId(id()));
			fact("Partnership", partnership, new OrganisationJoined(partnership, organisations.get(i), text(2), SECTORS.get(i % SECTORS.size()), day));
		}
		for (int i = 0; i < personsPerPartnership; i++) {
			persons.add(new PersonId(id()));
			fact("Partnership", partnership, new RightGiven(partnership, persons.get(i), Right.PARTICIPANT, day, null));
		}
		regions.add(new Region(partnership, List.copyOf(persons), new ArrayList<>(), new ArrayList<>()));
		agenda = new AgendaId(id());
		fact("Agenda", agenda, new AgendaOpened(agenda, partnership, text(4), day));
		body = new BodyId(id());
		fact("Body", body, new BodyEstablished(body, partnership, BodyKind.WORK_SESSION, text(2), Access.TRANSPARENT));
		for (int i = 0; i < 6; i++) {
			themes.add(new ThemeId(id()));
			fact("Theme", themes.get(i), new ThemeRaised(themes.get(i), partnership, agenda, text(3), text(20), false, null, null, null, day));
		}
	}

	private void meet() {
		day = LocalDate.ofInstant(at(facts), java.time.ZoneOffset.UTC);
		MeetingId meeting = new MeetingId(id());
		meetings.add(meeting);
		Region.keep(regions.getLast().meetings(), meeting);
		fact("Meeting", meeting, new MeetingPlanned(meeting, partnership, body, agenda, text(4), day, null, text(2), null, null));
		fact("Meeting", meeting, new MeetingHeld(meeting, null, Period.on(day)));
		for (int i = 0; i < 8; i++) {
			int who = (i + meetings.size()) % persons.size();
			fact("Meeting", meeting,
					new AttendanceRecorded(meeting, persons.get(who), organisations.get(who % organisations.size()), i < 6 ? Presence.PRESENT : Presence.APOLOGIES, null));
		}
		for (OutcomeKind kind : List.of(OutcomeKind.INFORMATION, OutcomeKind.INFORMATION, OutcomeKind.DECISION, OutcomeKind.ACTION, OutcomeKind.ACTION)) {
			OutcomeId outcome = new OutcomeId(id());
			ThemeId theme = themes.get(random.nextInt(themes.size()));
			FreeText title = text(6);
			FreeText words = text(25);
			List<AgreedPromise> promises = kind == OutcomeKind.ACTION ? List.of(promise()) : List.of();
			fact("Meeting", meeting, new OutcomeRecorded(meeting, partnership, agenda, outcome, kind, theme, title, words, promises, day));
			if (kind == OutcomeKind.ACTION) {
				act(new ActionId(outcome.value()), meeting, outcome, theme, title, words, promises.getFirst());
			}
		}
	}

	private void act(ActionId action, MeetingId meeting, OutcomeId outcome, ThemeId theme, FreeText title, FreeText words, AgreedPromise promise) {
		fact("Action", action, new ActionAssigned(action, partnership, agenda, theme, meeting, outcome, title, words, day, kept(promise)));
		if (random.nextBoolean()) {
			fact("Action", action, new PromiseAdded(action, kept(promise()), day));
		}
		for (int i = random.nextInt(6); i > 0; i--) {
			fact("Action", action, new ProgressReported(action, text(15), day));
		}
		if (random.nextInt(5) < 3) {
			fact("Action", action, new ActionCompleted(action, text(10), day));
		} else {
			openActions.add(action);
			Region.keep(regions.getLast().actions(), action);
		}
	}

	private AgreedPromise promise() {
		return new AgreedPromise(new PromiseId(id()), new Owner(Owner.Kind.PERSON, persons.get(random.nextInt(persons.size())).value(), null), text(8), AgreedPromise.Of.WORK,
				new AgreedPromise.Words(text(3), day));
	}

	private static Promise kept(AgreedPromise promise) {
		AgreedPromise.Words deadline = promise.deadline();
		return new Promise(promise.promiseId(), promise.owner(), promise.what(), promise.of(),
				Deadline.read(deadline == null ? null : deadline.phrase(), deadline == null || deadline.saidOn() == null ? LocalDate.EPOCH : deadline.saidOn(), CALENDAR));
	}

	private void fact(String aggregateType, Object aggregate, Object event) {
		String payload = serializer.serialize(event, String.class).getData();
		String type = serializer.typeForClass(event.getClass()).getName();
		long sequence = sequences.merge(aggregate, 0L, (before, first) -> before + 1);
		UUID message = id();
		rows.append(id()).append('\t').append(aggregate).append('\t').append(sequence).append('\t').append(aggregateType).append('\t').append(type).append('\t')
				.append(payload.replace("\\", "\\\\")).append('\t').append(metadata(recorder, message)).append('\t').append(at(facts)).append('\n');
		facts++;
	}

	/** As commands of the demo's secretary leave it on their events. */
	static String metadata(UUID message) {
		return metadata(DemoAccounts.SECRETARY, message);
	}

	private static String metadata(PersonId recorder, UUID message) {
		return "{\"actor\":\"person:" + recorder + "\",\"role\":\"SECRETARY\",\"causationId\":\"" + message + "\",\"correlationId\":\"" + message + "\"}";
	}

	FreeText text(int words) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < words; i++) {
			text.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
		}
		byte[] salt = new byte[16];
		random.nextBytes(salt);
		return new FreeText(text.toString(), Base64.getEncoder().encodeToString(salt));
	}

	UUID id() {
		return UUID.fromString(ids.generateIdentifier());
	}
}
