package nl.ontwikkelagenda.app.reflection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.SeatView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.table.TableView;
import nl.ontwikkelagenda.app.access.Oneself;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.pages.Speech;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.cop.community.CommunityStatus;
import nl.ontwikkelagenda.cop.community.CommunityView;
import nl.ontwikkelagenda.cop.community.EnrolmentView;
import nl.ontwikkelagenda.cop.reflection.Instrument;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundCommand.OpenReflectionRound;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundId;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundStatus;
import nl.ontwikkelagenda.cop.reflection.ReflectionRoundView;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.Is;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery.OneOf;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The reflection rounds that somebody may see, and the form in which one is opened for a group. */
@Controller
@RequestMapping("/reflecties")
class ReflectionListPage {

	private static final int MOST = 200;
	private static final int MOST_PEOPLE = 500;
	private static final int TITLE = 200;

	private final Reading.Desk desk;
	private final Readers readers;
	private final Forms forms;
	private final People people;
	private final Oneself oneself;

	ReflectionListPage(Reading.Desk desk, Readers readers, Forms forms, People people, Oneself oneself) {
		this.desk = desk;
		this.readers = readers;
		this.forms = forms;
		this.people = people;
		this.oneself = oneself;
	}

	@GetMapping
	ModelAndView list(@RequestParam(required = false) @Nullable LocalDate asOf) {
		Reading reading = desk.anything(asOf);
		List<PartnershipView> partnerships = reading.items(ReadModels.PARTNERSHIPS, List.of(), null, List.of("name"), 1, MOST, readers.partnerships(ReadModels.PARTNERSHIPS))
				.stream().map(Stored::document).toList();
		List<ReflectionRoundView> rounds = reading
				.items(ReadModels.REFLECTION_ROUNDS, List.of(), null, List.of("-openedOn", "title"), 1, MOST, readers.partnerships(ReadModels.REFLECTION_ROUNDS)).stream()
				.map(Stored::document).toList();
		List<PartnershipView> own = reading.moment().past()
				? List.of()
				: partnerships.stream().filter(each -> forms.powers(each.partnershipId()).may(OpenReflectionRound.class)).toList();
		return new ModelAndView("reflecties").addObject("open", rounds.stream().filter(round -> round.status() == ReflectionRoundStatus.OPEN).toList())
				.addObject("ended", rounds.stream().filter(round -> round.status() != ReflectionRoundStatus.OPEN).toList())
				.addObject("forMe", rounds.stream().filter(round -> round.members().stream().anyMatch(oneself::is)).map(ReflectionRoundView::reflectionRoundId).toList())
				.addObject("subjects", subjects(own, reading)).addObject("say", reading.speech(partnerships).meet(Stream.of(), rounds.stream().map(ReflectionRoundView::title)))
				.addAllObjects(reading.moment().attributes());
	}

	/** Whom a round can be about, by partnership: the value names the partnership, and the table or community behind it. */
	private static List<Group> subjects(List<PartnershipView> own, Reading reading) {
		if (own.isEmpty()) {
			return List.of();
		}
		Set<String> ids = own.stream().map(each -> each.partnershipId().toString()).collect(Collectors.toSet());
		List<TableView> tables = reading.first(MOST, ReadModels.TABLES, "title", new OneOf("partnershipId", ids), new Is("status", TableView.Status.OPEN.name()));
		List<CommunityView> communities = reading.first(MOST, ReadModels.COMMUNITIES, "title", new OneOf("partnershipId", ids),
				new OneOf("status", Set.of(CommunityStatus.FOUNDED.name(), CommunityStatus.STARTED.name())));
		return own.stream().map(each -> {
			List<Choice> choices = new ArrayList<>(List.of(new Choice(each.partnershipId().toString(), "Het hele samenwerkingsverband")));
			tables.stream().filter(table -> table.partnershipId().equals(each.partnershipId()))
					.forEach(table -> choices.add(new Choice(table.tableId().toString(), "Tafel: " + table.title())));
			communities.stream().filter(community -> community.partnershipId().equals(each.partnershipId()))
					.forEach(community -> choices.add(new Choice(community.communityId().toString(), "Community: " + community.title())));
			return new Group(each.name(), choices);
		}).toList();
	}

	/**
	 * The form in which a round is opened, with the group of its subject ticked.
	 *
	 * @param over id of a partnership, table or community
	 */
	@GetMapping("/nieuw")
	@WithoutAsOf("Een nieuwe reflectie begint nu; laat asOf weg.")
	ModelAndView begin(@RequestParam UUID over) {
		Reading reading = desk.anything(null);
		Subject subject = subject(over, reading);
		Speech say = reading.speech(List.of(subject.partnership()));
		List<Choice> repeatable = reading.all(ReadModels.REFLECTION_ROUNDS, new Is("partnershipId", subject.partnership().partnershipId().toString()),
				new Is("status", ReflectionRoundStatus.CLOSED.name())).stream().sorted(Comparator.comparing(ReflectionRoundView::openedOn).reversed())
				.map(round -> new Choice(round.reflectionRoundId().toString(), round.title() + ", " + say.day(round.openedOn()))).toList();
		return new ModelAndView("reflectie-nieuw").addObject("subject", subject).addObject("repeatable", repeatable).addObject("members", members(subject))
				.addObject("say", say).addObject("least", ReflectionRoundView.ENOUGH).addAllObjects(reading.moment().attributes());
	}

	/** Somebody who may be in the group. */
	public record Member(PersonId personId, String name, boolean belongs) {
	}

	/** @param about the table or community; null for the whole partnership */
	public record Subject(UUID id, PartnershipView partnership, @Nullable UUID about, String title, List<PersonId> group) {
	}

	/** @throws NotFound when there is no such thing, or the caller may not see it */
	private Subject subject(UUID over, Reading reading) {
		TableView table = reading.find(ReadModels.TABLES, over).orElse(null);
		if (table != null) {
			readers.check(ReadModels.TABLES, over.toString());
			List<PersonId> seated = reading.all(ReadModels.SEATS, new Is("bodyId", table.bodyId().toString())).stream().filter(seat -> seat.holdsOn(reading.moment().onDay()))
					.map(SeatView::personId).toList();
			return new Subject(over, reading.partnership(table.partnershipId()), over, "de tafel " + table.title(), seated);
		}
		CommunityView community = reading.find(ReadModels.COMMUNITIES, over).orElse(null);
		if (community != null) {
			readers.check(ReadModels.COMMUNITIES, over.toString());
			List<PersonId> seated = reading
					.all(ReadModels.ENROLMENTS, new Is("communityId", over.toString()), new Is("standing", EnrolmentView.Standing.SEATED.name())).stream()
					.map(EnrolmentView::personId).toList();
			return new Subject(over, reading.partnership(community.partnershipId()), over, "de community " + community.title(), seated);
		}
		readers.check(ReadModels.PARTNERSHIPS, over.toString());
		PartnershipView partnership = reading.partnership(new PartnershipId(over));
		return new Subject(over, partnership, null, partnership.name(), List.of());
	}

	/** Who belongs to the group comes first; others can be added. */
	private List<Member> members(Subject subject) {
		if (!forms.powers(subject.partnership().partnershipId()).may(OpenReflectionRound.class)) {
			throw new NotFound();
		}
		Set<PersonId> group = new LinkedHashSet<>(subject.group());
		return people.all(MOST_PEOPLE).stream().map(person -> new Member(person.personId(), person.name(), group.contains(person.personId())))
				.sorted(Comparator.comparing(Member::belongs).reversed().thenComparing(Member::name, String.CASE_INSENSITIVE_ORDER)).toList();
	}

	@PostMapping
	ModelAndView open(@RequestParam UUID over, @RequestParam MultiValueMap<String, String> typed) {
		Subject subject = subject(over, desk.anything(null));
		ReflectionRoundId id = new ReflectionRoundId(Ids.next());
		return forms.send(forms.read("reflectie", typed), form -> {
			LocalDate last = form.dayOrNone("closesOn");
			LocalDate opened = form.dayOrToday("openedOn");
			if (last == null) {
				form.wrong("closesOn", "Kies tot en met welke dag men kan antwoorden.");
			}
			return new OpenReflectionRound(id, subject.partnership().partnershipId(), subject.about(), form.line("title", TITLE), Instrument.OF_2023.version(),
					form.ids("members", PersonId::new), form.idOrNone("repeatOf", ReflectionRoundId::new), opened, last == null ? opened : last);
		}, "/reflecties/" + id, () -> begin(over));
	}
}
