package nl.ontwikkelagenda.app.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.agenda.AgendaId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.partnership.FreeText;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.report.ReportCommand.MakeReport;
import nl.ontwikkelagenda.agenda.report.ReportCommand.PublishReport;
import nl.ontwikkelagenda.agenda.report.ReportCommand.WithdrawReportPublication;
import nl.ontwikkelagenda.agenda.report.ReportId;
import nl.ontwikkelagenda.agenda.report.ReportSubject;
import nl.ontwikkelagenda.agenda.report.ReportView;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.agenda.theme.ThemeId;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.command.Commands;
import nl.ontwikkelagenda.app.command.Intent;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.reporting.Headline;
import nl.ontwikkelagenda.app.reporting.ReportAsked;
import nl.ontwikkelagenda.app.reporting.ReportNames;
import nl.ontwikkelagenda.app.reporting.ReportPapers;
import nl.ontwikkelagenda.app.reporting.ReportQuestions;
import nl.ontwikkelagenda.app.reporting.ReportSheets;
import nl.ontwikkelagenda.app.reporting.ReportSubscription;
import nl.ontwikkelagenda.app.reporting.ReportSubscription.Rhythm;
import nl.ontwikkelagenda.app.reporting.ReportSubscriptionId;
import nl.ontwikkelagenda.app.reporting.ReportSubscriptions;
import nl.ontwikkelagenda.app.reporting.ReportWords;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.app.rest.Salts;
import nl.ontwikkelagenda.app.rest.TypedText;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.progress.Fact;
import nl.ontwikkelagenda.reporting.progress.ProgressReport;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Figure;
import nl.ontwikkelagenda.reporting.progress.ProgressReport.Section;
import nl.ontwikkelagenda.reporting.progress.ProgressReports;
import nl.ontwikkelagenda.reporting.progress.ReportPeriod;
import nl.ontwikkelagenda.reporting.progress.ReportQuestion;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** A progress report as a page, the facts behind its numbers, and the buttons that keep it or have it mailed. */
@Controller
@RequestMapping("/voortgang")
class ProgressPage {

	private static final int MOST_FACTS = 100;
	private static final int MOST_KEPT = 12;
	private static final List<String> PERIODS = List.of("deze maand", "vorige maand", "dit kwartaal", "vorig kwartaal", "dit schooljaar", "vorig schooljaar");
	private static final Set<Right> MAY_KEEP = Set.of(Right.SECRETARY, Right.PROJECT_LEAD, Right.BOARD);
	private static final Set<Right> MAY_PUBLISH = Set.of(Right.SECRETARY, Right.BOARD);
	private static final int LONGEST_REASON = 2000;
	private static final Pages PAGES = new Pages();
	private static final String API_FACTS = "reports/progress/facts";

	private final ProgressReports reports;
	private final ReportQuestions questions;
	private final ReportNames names;
	private final ReportSheets sheets;
	private final ReportPapers papers;
	private final ReportSubscriptions subscriptions;
	private final Commands commands;
	private final Documents documents;
	private final Readers readers;
	private final Moments moments;
	private final Today today;
	private final Dutch dutch;
	private final Comparisons comparisons;

	ProgressPage(ProgressReports reports, ReportQuestions questions, ReportNames names, ReportSheets sheets, ReportPapers papers, ReportSubscriptions subscriptions,
			Commands commands,
			Documents documents, Readers readers, Moments moments, Today today, Dutch dutch, Comparisons comparisons) {
		this.reports = reports;
		this.questions = questions;
		this.names = names;
		this.sheets = sheets;
		this.papers = papers;
		this.subscriptions = subscriptions;
		this.commands = commands;
		this.documents = documents;
		this.readers = readers;
		this.moments = moments;
		this.today = today;
		this.dutch = dutch;
		this.comparisons = comparisons;
	}

	/** A number at the top. */
	public record TopNumber(long count, String label, boolean attention, @Nullable String address) {
	}

	/** A kept report to choose from. */
	public record Kept(ReportId reportId, LocalDate madeOn, String period) {
	}

	/** Whether the reader gets the report in this rhythm; then the subscription can be ended. */
	public record Mailing(Rhythm rhythm, String words, @Nullable ReportSubscriptionId subscription) {
	}

	@GetMapping
	String progress(@RequestParam(required = false) @Nullable ReportId reportId, @RequestParam(required = false) @Nullable PartnershipId partnershipId,
			@RequestParam(required = false) @Nullable AgendaId agendaId, @RequestParam(required = false) @Nullable ThemeId themeId,
			@RequestParam(required = false) @Nullable TableId tableId, @RequestParam(required = false) @Nullable CommunityId communityId,
			@RequestParam(required = false) @Nullable MeetingId meetingId, @RequestParam(required = false) @Nullable String period,
			@RequestParam(required = false) @Nullable LocalDate from, @RequestParam(required = false) @Nullable LocalDate to,
			@RequestParam(required = false) @Nullable ReportId comparedWith, @RequestParam(required = false) @Nullable String asOf,
			@RequestParam(required = false) @Nullable LocalDate since, Model model) {
		String words = period == null || period.isBlank() ? null : period;
		Instant moment = moment(asOf);
		ReportAsked asked = new ReportAsked(reportId, partnershipId, agendaId, themeId, tableId, communityId, meetingId, words, from, to, comparedWith);
		ReportQuestion question = questions.of(asked, moment);
		ProgressReport report = names.in(reports.report(question).orElseThrow(NotFound::new));
		LocalDate now = today.date();
		model.addAttribute("report", report).addAttribute("kind", ReportWords.kind(report.subject().kind())).addAttribute("field", ReportAsked.field(report.subject().kind()))
				.addAttribute("period", report.period() == null ? "alles tot nu toe" : report.period().words())
				.addAttribute("periods",
						PERIODS.stream().flatMap(choice -> ReportPeriod.read(choice, report.onDay()).stream().map(read -> Map.entry(choice, read.words()))).toList())
				.addAttribute("past", reportId == null && report.onDay().isBefore(now)).addAttribute("today", now).addAttribute("dutch", dutch)
				.addAttribute("headlines", headlines(report)).addAttribute("kept", kept(report, documents.asOf(moment)))
				.addAttribute("others", others(report, question.asOf()))
				.addAttribute("told", told(report))
				.addAttribute("silent", silent(report)).addAttribute("comparedWith", comparedWith).addAttribute("mailings", mailings(report))
				.addAttribute("mayKeep", reportId == null && !report.onDay().isBefore(now) && mayKeep(report.subject().partnershipId())).addAttribute("query", query(report))
				.addAttribute("published", isPublished(reportId)).addAttribute("mayWithdraw", isPublished(reportId) && holds(report, MAY_PUBLISH))
				.addAttribute("mayPublish", reportId != null && !isPublished(reportId) && holds(report, MAY_PUBLISH))
				.addAttribute("pages", PAGES);
		Subject subject = new Subject(Subject.Kind.valueOf(report.subject().kind().name()), report.subject().id());
		model.addAttribute("hidden", hidden(report, asOf)).addAttribute("comparison",
				since == null ? null : comparisons.of(subject, since, question.asOf(), report.onDay()));
		return "voortgang";
	}

	/** What the comparison must ask for again. */
	private static Map<String, Object> hidden(ProgressReport report, @Nullable String asOf) {
		Map<String, Object> hidden = new LinkedHashMap<>();
		if (report.reportId() != null) {
			hidden.put("reportId", report.reportId());
			return hidden;
		}
		hidden.put(ReportAsked.field(report.subject().kind()), report.subject().id());
		if (report.period() != null) {
			hidden.put("from", report.period().from());
			hidden.put("to", report.period().to());
		}
		if (asOf != null && !asOf.isBlank()) {
			hidden.put("asOf", asOf);
		}
		return hidden;
	}

	private Instant moment(@Nullable String asOf) {
		return moments.read("asOf", asOf == null || asOf.isBlank() ? null : asOf, moments.now());
	}

	/** Finds pages that show what the API shows. */
	public static final class Pages {

		/** The page of what the API shows at this address, relative to its base; null when there is none. */
		public @Nullable String of(@Nullable String address) {
			return address == null ? null : Addresses.ofResource(address);
		}

		/** Where a page lists the facts that the API lists at this address; null when no page does. */
		public @Nullable String page(@Nullable String facts) {
			return facts != null && facts.startsWith(API_FACTS) ? "/voortgang/feiten" + facts.substring(API_FACTS.length()) : null;
		}
	}

	/** As over the API, for who is logged in here. */
	@GetMapping("/bestand")
	ResponseEntity<?> file(@RequestParam(required = false) @Nullable ReportId reportId, @RequestParam(required = false) @Nullable PartnershipId partnershipId,
			@RequestParam(required = false) @Nullable AgendaId agendaId, @RequestParam(required = false) @Nullable ThemeId themeId,
			@RequestParam(required = false) @Nullable TableId tableId, @RequestParam(required = false) @Nullable CommunityId communityId,
			@RequestParam(required = false) @Nullable MeetingId meetingId, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, @RequestParam(required = false) @Nullable ReportId comparedWith,
			@RequestParam(required = false) @Nullable String asOf, @RequestParam String format) {
		ReportQuestion question = questions.of(new ReportAsked(reportId, partnershipId, agendaId, themeId, tableId, communityId, meetingId, null, from, to, comparedWith),
				moment(asOf));
		ProgressReport report = reports.report(question).orElseThrow(NotFound::new);
		Optional<ResponseEntity<?>> sheet = FileFormat.withEnding(format).map(chosen -> as(chosen.mediaType(), sheets.of(report)));
		Optional<ResponseEntity<?>> paper = PaperFormat.withEnding(format).map(chosen -> as(chosen.mediaType(), papers.of(report, question.asOf())));
		return sheet.or(() -> paper).orElseThrow(() -> new InvalidInput("format", "Kies pdf, docx, html, xlsx of csv."));
	}

	private static ResponseEntity<?> as(String mediaType, Object file) {
		return ResponseEntity.ok().contentType(MediaType.valueOf(mediaType)).body(file);
	}

	@GetMapping("/feiten")
	String facts(@RequestParam String figure, @RequestParam(required = false) @Nullable ReportId reportId, @RequestParam(required = false) @Nullable PartnershipId partnershipId,
			@RequestParam(required = false) @Nullable AgendaId agendaId, @RequestParam(required = false) @Nullable ThemeId themeId,
			@RequestParam(required = false) @Nullable TableId tableId, @RequestParam(required = false) @Nullable CommunityId communityId,
			@RequestParam(required = false) @Nullable MeetingId meetingId, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to, @RequestParam(required = false) @Nullable ReportId comparedWith,
			@RequestParam(required = false) @Nullable String asOf, @RequestParam(defaultValue = "1") int page, Model model) {
		if (page < 1) {
			throw new InvalidInput("page", "Kies een bladzijde vanaf 1.");
		}
		ReportAsked asked = new ReportAsked(reportId, partnershipId, agendaId, themeId, tableId, communityId, meetingId, null, from, to, comparedWith);
		ReportQuestion question = questions.of(asked, moment(asOf));
		Fact.Facts found = reports.facts(question, figure, page, MOST_FACTS).orElseThrow(() -> new InvalidInput("figure", "Dit verslag heeft geen getal met deze naam."));
		model.addAttribute("facts", names.in(found.facts())).addAttribute("total", found.total()).addAttribute("label", found.label()).addAttribute("dutch", dutch)
				.addAttribute("onDay", question.onDay()).addAttribute("query", question.query()).addAttribute("figure", figure).addAttribute("page", page)
				.addAttribute("today", today.date()).addAttribute("past", reportId == null && question.onDay().isBefore(today.date())).addAttribute("kept", reportId != null)
				.addAttribute("hidden", again(question.query(), figure))
				.addAttribute("more", found.total() > (long) page * MOST_FACTS).addAttribute("pages", PAGES);
		return "voortgang-feiten";
	}

	/** What the list must ask for again on another day. */
	private static Map<String, String> again(String query, String figure) {
		Map<String, String> again = new LinkedHashMap<>(UriComponentsBuilder.fromUriString("?" + query).build().getQueryParams().toSingleValueMap());
		again.remove("asOf");
		again.put("figure", figure);
		return again;
	}

	@PostMapping("/bewaren")
	String keep(@RequestParam ReportSubject.Kind kind, @RequestParam UUID subjectId, @RequestParam(required = false) @Nullable LocalDate from,
			@RequestParam(required = false) @Nullable LocalDate to) {
		ReportSubject subject = new ReportSubject(kind, subjectId);
		ReportId id = new ReportId(Ids.next());
		commands.send(new MakeReport(id, questions.partnershipOf(subject), subject, from == null || to == null ? null : new Period(from, to), today.date()),
				Intent.of(Caller.required().actor()));
		return "redirect:/voortgang?reportId=" + id;
	}

	@PostMapping("/publiceren")
	String publish(@RequestParam ReportId reportId) {
		commands.send(new PublishReport(reportId, today.date()), Caller.required().intent());
		return "redirect:/openbaar/verslagen/" + reportId;
	}

	@PostMapping("/intrekken")
	String withdraw(@RequestParam ReportId reportId, @RequestParam String reason) {
		String fault = TypedText.fault(reason, LONGEST_REASON, true);
		if (fault != null) {
			throw new InvalidInput("reason", fault);
		}
		commands.send(new WithdrawReportPublication(reportId, new FreeText(TypedText.kept(reason), Salts.next()), today.date()), Caller.required().intent());
		return "redirect:/voortgang?reportId=" + reportId;
	}

	private boolean isPublished(@Nullable ReportId report) {
		return report != null && documents.find(ReadModels.PROGRESS_REPORTS, report.toString(), AsOf.NOW).filter(kept -> kept.document().publication() != null).isPresent();
	}

	private boolean holds(ProgressReport report, Set<Right> rights) {
		return readers.heldNow().stream().anyMatch(held -> held.partnershipId().equals(report.subject().partnershipId()) && rights.contains(held.right()));
	}

	@PostMapping("/mail")
	String subscribe(@RequestParam ReportSubject.Kind kind, @RequestParam UUID subjectId, @RequestParam Rhythm rhythm) {
		ReportSubject subject = new ReportSubject(kind, subjectId);
		subscriptions.subscribe(new ReportSubscription(new ReportSubscriptionId(Ids.next()), Caller.required().personId(), questions.partnershipOf(subject), subject, rhythm,
				today.date()));
		return back(subject);
	}

	@PostMapping("/mail/stoppen")
	String unsubscribe(@RequestParam ReportSubscriptionId subscriptionId) {
		ReportSubscription own = subscriptions.of(Caller.required().personId()).stream().filter(known -> known.reportSubscriptionId().equals(subscriptionId)).findFirst()
				.orElseThrow(NotFound::new);
		subscriptions.end(subscriptionId);
		return back(own.subject());
	}

	private static String back(ReportSubject subject) {
		return "redirect:/voortgang?" + ReportAsked.field(subject.kind()) + "=" + subject.id() + "#per-mail";
	}

	private static List<TopNumber> headlines(ProgressReport report) {
		List<Figure> figures = report.sections().stream().flatMap(section -> section.figures().stream()).toList();
		List<TopNumber> headlines = new ArrayList<>();
		Headline.ALL.forEach(headline -> figures.stream().filter(figure -> figure.name().equals(headline.figure()) && headline.tells(figure.count()))
				.forEach(figure -> headlines.add(new TopNumber(figure.count(), headline.label(figure.count()), figure.attention(), PAGES.page(figure.facts())))));
		return headlines;
	}

	private static List<Section> told(ProgressReport report) {
		return report.sections().stream().filter(Section::tells).toList();
	}

	/** What there is nothing to tell about yet, in one line. */
	private static String silent(ProgressReport report) {
		return report.sections().stream().filter(section -> !section.tells()).map(section -> StringUtils.uncapitalize(section.title())).collect(Collectors.joining(", "));
	}

	/** Kept reports that this one can be put beside. */
	private List<Kept> others(ProgressReport report, AsOf asOf) {
		return kept(report, asOf).stream().filter(kept -> !kept.reportId().equals(report.reportId())).toList();
	}

	private List<Kept> kept(ProgressReport report, AsOf asOf) {
		Map<String, String> ofSubject = Map.of("subjectId", report.subject().id().toString(), "subjectKind", report.subject().kind().name());
		return documents.items(ReadModels.PROGRESS_REPORTS, new ListQuery(ofSubject, null, List.of("-recordedAt"), 1, MOST_KEPT, null), asOf).stream()
				.map(Stored::document).map(ProgressPage::kept).toList();
	}

	private static Kept kept(ReportView view) {
		return new Kept(view.reportId(), view.madeOn(), view.period() == null ? "alles tot dan toe" : ReportPeriod.of(view.period()).words());
	}

	private List<Mailing> mailings(ProgressReport report) {
		ReportSubject subject = new ReportSubject(report.subject().kind(), report.subject().id());
		List<ReportSubscription> own = subscriptions.of(Caller.required().personId()).stream().filter(known -> known.subject().equals(subject)).toList();
		return List.of(Rhythm.values()).stream().map(rhythm -> new Mailing(rhythm, ReportWords.rhythm(rhythm),
				own.stream().filter(known -> known.rhythm() == rhythm).map(ReportSubscription::reportSubscriptionId).findFirst().orElse(null))).toList();
	}

	private boolean mayKeep(PartnershipId partnership) {
		return readers.heldNow().stream().anyMatch(held -> held.partnershipId().equals(partnership) && MAY_KEEP.contains(held.right()));
	}

	/** The question of this report, for its files. */
	private static String query(ProgressReport report) {
		String facts = report.sections().getLast().figures().getFirst().facts();
		return facts.substring(facts.indexOf('?') + 1, facts.lastIndexOf("&figure="));
	}
}
