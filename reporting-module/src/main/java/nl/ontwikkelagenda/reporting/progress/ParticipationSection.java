package nl.ontwikkelagenda.reporting.progress;

import static nl.ontwikkelagenda.reporting.progress.Scope.and;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.meeting.MeetingStatus;
import nl.ontwikkelagenda.agenda.meeting.Presence;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.agenda.partnership.Sector;
import nl.ontwikkelagenda.agenda.report.ReportSubject.Kind;
import nl.ontwikkelagenda.cop.community.EnrolmentView.Standing;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Cell;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Row;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Table;
import nl.ontwikkelagenda.reporting.readmodel.Documents.Tally;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Condition;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who were at the meetings, per sector, and who take part in communities. */
@Component
@Order(60)
class ParticipationSection implements ReportSection {

	private static final List<String> HEADINGS = List.of("Sector", "Organisaties", "Personen");
	private static final List<String> ENROLMENT_HEADINGS = List.of("Sector", "Deelnemers");
	private static final Set<Kind> WITH_COMMUNITIES = Set.of(Kind.PARTNERSHIP, Kind.AGENDA, Kind.THEME, Kind.COMMUNITY);

	@Override
	public String name() {
		return "participation";
	}

	@Override
	public String title() {
		return "Wie deden mee";
	}

	@Override
	public Set<Kind> subjects() {
		return Set.of(Kind.values());
	}

	/** Who were there from one sector. */
	private record Present(Set<String> organisations, Set<String> persons) {

		Present() {
			this(new TreeSet<>(), new TreeSet<>());
		}

		void add(@Nullable String organisation, @Nullable String person) {
			if (organisation != null) {
				organisations.add(organisation);
			}
			if (person != null) {
				persons.add(person);
			}
		}
	}

	@Override
	public Content of(Scope scope) {
		Map<String, Organisation> known = new HashMap<>();
		scope.partnership().map(PartnershipView::organisations).orElse(List.of()).forEach(one -> known.put(one.organisationId().toString(), one));
		Present all = new Present();
		Map<@Nullable Sector, Present> present = new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
		for (Tally tally : attendance(scope)) {
			String organisation = tally.values().get(1);
			Organisation found = organisation == null ? null : known.get(organisation);
			String person = tally.values().get(2);
			present.computeIfAbsent(found == null ? null : found.sector(), sector -> new Present()).add(organisation, person);
			all.add(organisation, person);
		}
		List<Counted> figures = new ArrayList<>(List.of(Counted.of("participation-organisations", "Organisaties bij bijeenkomsten", organisations(all, known, scope)),
				Counted.of("participation-persons", "Personen bij bijeenkomsten", persons(all))));
		present.forEach((sector, there) -> {
			figures.add(Counted.of("participation-organisations-" + name(sector), Wording.sector(sector), organisations(there, known, scope)).shownInTable());
			figures.add(Counted.of("participation-persons-" + name(sector), Wording.sector(sector), persons(there)).shownInTable());
		});
		boolean communities = WITH_COMMUNITIES.contains(scope.subject().kind());
		if (communities) {
			figures.add(Counted.of("participation-enrolled", "Deelnemers van communities", ReadModels.ENROLMENTS, seated(scope)));
			Stream.of(Sector.values()).forEach(sector -> figures
					.add(Counted.of("participation-enrolled-" + name(sector), Wording.sector(sector), ReadModels.ENROLMENTS, seated(scope, sector)).shownInTable()));
		}
		Supplier<List<Table>> tables = () -> communities ? List.of(meetings(present, scope), enrolments(scope)) : List.of(meetings(present, scope));
		return new Content(List.copyOf(figures), tables);
	}

	private static List<Tally> attendance(Scope scope) {
		List<Condition> held = and(scope.of(ReadModels.MEETINGS, new Is("status", MeetingStatus.HELD.name())), scope.within("happenedOn"));
		return scope.tally(ReadModels.MEETINGS, held, "attendance", List.of("presence", "organisationId", "personId")).stream()
				.filter(tally -> Presence.PRESENT.name().equals(tally.values().getFirst())).toList();
	}

	private static String name(@Nullable Sector sector) {
		return sector == null ? "unknown" : sector.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static List<Fact> organisations(Present there, Map<String, Organisation> known, Scope scope) {
		return there.organisations().stream().map(id -> {
			Organisation organisation = known.get(id);
			return new Fact("organisations", id, organisation == null ? "[verwijderd]" : organisation.name(), organisation == null ? null : organisation.joinedOn(), null,
					"partnerships/" + scope.subject().partnershipId());
		}).toList();
	}

	private static List<Fact> persons(Present there) {
		return there.persons().stream().map(id -> new Fact("people", id, FactLines.mention(UUID.fromString(id)), null, null, null)).toList();
	}

	private static List<Condition> seated(Scope scope, Sector... sector) {
		return and(scope.of(ReadModels.ENROLMENTS, new Is("standing", Standing.SEATED.name())),
				Stream.of(sector).<Condition>map(one -> new Is("sector", one.name())).toList());
	}

	private Table meetings(Map<@Nullable Sector, Present> present, Scope scope) {
		List<Row> rows = present.entrySet().stream().map(entry -> {
			String sector = name(entry.getKey());
			return new Row(null, List.of(Cell.of(Wording.sector(entry.getKey())), Cell.of(entry.getValue().organisations().size(),
					scope.facts("participation-organisations-" + sector)), Cell.of(entry.getValue().persons().size(), scope.facts("participation-persons-" + sector))));
		}).toList();
		return Table.of("Bij bijeenkomsten, per sector", HEADINGS, rows, "Er is geen aanwezigheid vastgelegd.");
	}

	private Table enrolments(Scope scope) {
		List<Sector> sectors = List.of(Sector.values());
		List<Long> counts = scope.count(ReadModels.ENROLMENTS, sectors.stream().map(sector -> seated(scope, sector)).toList());
		List<Row> rows = IntStream.range(0, sectors.size()).filter(i -> counts.get(i) > 0).mapToObj(i -> new Row(null, List.of(Cell.of(Wording.sector(sectors.get(i))),
				Cell.of(counts.get(i), scope.facts("participation-enrolled-" + name(sectors.get(i))))))).toList();
		return Table.of("Deelnemers van communities, per sector", ENROLMENT_HEADINGS, rows, "Er zijn geen deelnemers van communities.");
	}
}
