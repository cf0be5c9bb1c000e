package nl.ontwikkelagenda.app.proof;

import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.agenda.partnership.Right;
import nl.ontwikkelagenda.agenda.partnership.RightsView;
import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.access.Today;
import nl.ontwikkelagenda.app.audit.AuditAccesses;
import nl.ontwikkelagenda.app.audit.AuditAccesses.AuditAccess;
import nl.ontwikkelagenda.app.audit.BundleExports;
import nl.ontwikkelagenda.app.audit.BundleExports.Wanted;
import nl.ontwikkelagenda.app.audit.CheckLedgerWhenAsked;
import nl.ontwikkelagenda.app.audit.CheckpointFile;
import nl.ontwikkelagenda.app.audit.CheckpointSubscriptions;
import nl.ontwikkelagenda.app.audit.EventId;
import nl.ontwikkelagenda.app.audit.InclusionProof;
import nl.ontwikkelagenda.app.audit.Ledger;
import nl.ontwikkelagenda.app.audit.Ledger.Published;
import nl.ontwikkelagenda.app.audit.Ledger.Run;
import nl.ontwikkelagenda.app.audit.LedgerCheckId;
import nl.ontwikkelagenda.app.audit.LedgerChecks;
import nl.ontwikkelagenda.app.audit.LedgerChecks.LedgerCheck;
import nl.ontwikkelagenda.app.audit.ProofExports;
import nl.ontwikkelagenda.app.audit.WitnessId;
import nl.ontwikkelagenda.app.audit.Witnesses;
import nl.ontwikkelagenda.app.change.Subject;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.feed.Subjects;
import nl.ontwikkelagenda.app.form.Choice;
import nl.ontwikkelagenda.app.form.Form;
import nl.ontwikkelagenda.app.form.Forms;
import nl.ontwikkelagenda.app.form.Group;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Ids;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.rest.WithoutAsOf;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.VerifierKey;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where auditors see how it is with the proof of the log, have it checked, and take proof along. What holds digests only, everybody who is logged in may see; the proof of a fact, who may see that fact. */
@Controller
@RequestMapping(ProofPage.PATH)
@WithoutAsOf("De controle gaat over het logboek van nu; laat asOf weg.")
class ProofPage {

	static final String PATH = "/controle";

	private static final int LATEST = 5;
	private static final int PAGE_SIZE = 25;
	private static final int MOST = 1_000_000;
	private static final String REFRESH_SECONDS = "2";
	private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);
	private static final String BUNDLE = "bundel";
	private static final String WITNESS = "getuige";
	private static final Set<Right> CHECKERS = Set.of(Right.AUDITOR, Right.ADMINISTRATOR);
	private static final Set<Right> TAKERS = Set.of(Right.AUDITOR, Right.SECRETARY);

	private final Ledger ledger;
	private final CheckpointFile file;
	private final ProofExports proofs;
	private final BundleExports exports;
	private final LedgerChecks checks;
	private final CheckLedgerWhenAsked asked;
	private final Witnesses witnesses;
	private final AuditAccesses accesses;
	private final CheckpointSubscriptions subscriptions;
	private final Readers readers;
	private final Reading.Desk desk;
	private final Subjects subjects;
	private final Forms forms;
	private final People people;
	private final Dutch dutch;

	ProofPage(Ledger ledger, CheckpointFile file, ProofExports proofs, BundleExports exports, LedgerChecks checks, CheckLedgerWhenAsked asked, Witnesses witnesses,
			AuditAccesses accesses, CheckpointSubscriptions subscriptions, Readers readers, Reading.Desk desk, Subjects subjects, Forms forms, People people, Dutch dutch) {
		this.ledger = ledger;
		this.file = file;
		this.proofs = proofs;
		this.exports = exports;
		this.checks = checks;
		this.asked = asked;
		this.witnesses = witnesses;
		this.accesses = accesses;
		this.subscriptions = subscriptions;
		this.readers = readers;
		this.desk = desk;
		this.subjects = subjects;
		this.forms = forms;
		this.people = people;
		this.dutch = dutch;
	}

	/**
	 * A key of the log.
	 *
	 * @param signs whether it signed the newest checkpoint
	 */
	public record Key(String keyId, String verifierKey, String since, boolean signs) {
	}

	/** A checkpoint in a list. */
	public record Line(String size, String madeAt, String root, String origin) {
	}

	/** Where the pages before and after this one are; null when there is none. */
	public record Pages(int page, long last, @Nullable String previous, @Nullable String next) {
	}

	/** Somebody who read, took along or was refused something. */
	public record Access(String at, String who, String what, String scope) {
	}

	/** What the caller may do here. */
	private record Powers(boolean checks, Set<PartnershipId> bundles, Set<PartnershipId> accesses) {
	}

	@GetMapping
	ModelAndView overview() {
		Powers powers = powers();
		List<LedgerCheck> latest = powers.checks() ? checks.page(1, LATEST) : List.of();
		Published newest = ledger.newest().orElse(null);
		ModelAndView page = page("controle").addObject("newest", newest == null ? null : line(newest)).addObject("note", newest == null ? null : newest.note().toString())
				.addObject("sealed", number(ledger.run().map(run -> ledger.reach(run.number()).size()).orElse(0L)))
				.addObject("continued", ledger.run().map(Run::continued).orElse(null)).addObject("keys", keys(newest)).addObject("file", file.of(ledger.name()).getFileName())
				.addObject("witnesses", witnesses.all()).addObject("checkpoints", ledger.checkpoints()).addObject("checks", latest)
				.addObject("persons", people.names(latest.stream().map(LedgerCheck::askedBy).filter(Objects::nonNull).toList()))
				.addObject("subscribed", subscriptions.of(Caller.required().personId()).daily());
		return page.addObject("mayCheck", powers.checks()).addObject("subjects", groups(powers.bundles()))
				.addObject("maySeeAccesses", !powers.accesses().isEmpty() || Caller.required().administrator()).addObject("mayKeepWitnesses", Caller.required().administrator());
	}

	/** The checkpoints, latest first. */
	@GetMapping("/checkpoints")
	ModelAndView checkpoints(@RequestParam MultiValueMap<String, String> typed) {
		int number = pageNumber(typed);
		List<Line> lines = ledger.page(number, PAGE_SIZE).stream().map(this::line).toList();
		return page("controle-checkpoints").addObject("lines", lines).addObject("pages", pages(PATH + "/checkpoints?pagina=", number, ledger.checkpoints()));
	}

	/** The newest checkpoint as a file, to keep. */
	@GetMapping("/checkpoint.txt")
	ResponseEntity<String> checkpoint() {
		Published newest = ledger.newest().orElseThrow(NotFound::new);
		return ResponseEntity.ok().contentType(TEXT).header(HttpHeaders.CONTENT_DISPOSITION, attachment("checkpoint-" + newest.checkpoint().size() + ".txt"))
				.body(newest.note().toString());
	}

	/** That one fact is in the log. */
	@GetMapping("/bewijs/{eventId}")
	ModelAndView proof(@PathVariable EventId eventId) {
		InclusionProof proof = proofs.of(eventId).orElse(null);
		return page("controle-bewijs").addObject("eventId", eventId).addObject("proof", proof).addObject("number", proof == null ? null : number(proof.index() + 1))
				.addObject("holds", proof != null && proof.holds()).addObject("size", proof == null ? null : number(proof.checkpoint().size()));
	}

	@GetMapping(path = "/bewijs/{eventId}.json", produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<InclusionProof> proofFile(@PathVariable EventId eventId) {
		return ResponseEntity.ok().header(HttpHeaders.CONTENT_DISPOSITION, attachment("bewijs-" + eventId + ".json")).body(proofs.of(eventId).orElseThrow(NotFound::new));
	}

	/** A bundle as a file, or the page again with what is wrong. */
	@GetMapping("/bundel.zip")
	Object bundle(@RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read(BUNDLE, typed);
		Wanted wanted = wanted(form);
		if (form.isWrong() || wanted == null) {
			ModelAndView page = overview().addObject("form", form);
			page.setStatus(HttpStatus.BAD_REQUEST);
			return page;
		}
		return ResponseEntity.ok(exports.give(wanted));
	}

	private @Nullable Wanted wanted(Form form) {
		Subject subject = subject(form);
		LocalDate from = form.dayOrNone("from");
		LocalDate to = form.dayOrNone("to");
		if (from != null && to != null && to.isBefore(from)) {
			form.wrong("to", "Kies een dag op of na de eerste dag.");
		}
		if (subject == null) {
			return null;
		}
		boolean whole = subject.kind() == Subject.Kind.PARTNERSHIP;
		PartnershipId partnership = whole ? new PartnershipId(subject.id()) : desk.anything(null).partnershipOf(subject.kind().view().orElseThrow(NotFound::new), subject.id());
		return new Wanted(partnership, whole ? null : subject.id(), from, to);
	}

	private static @Nullable Subject subject(Form form) {
		try {
			return Subjects.chosen("subject", form.typed("subject"));
		} catch (InvalidInput e) {
			form.wrong("subject", "Kies waarvan u bewijs wilt.");
			return null;
		}
	}

	@PostMapping("/controles")
	ModelAndView check(@RequestParam MultiValueMap<String, String> typed) {
		if (!powers().checks()) {
			throw new NotAllowed("U mist het recht om het logboek te laten controleren; nodig is het recht van auditor of beheerder.", List.of(Right.AUDITOR, Right.ADMINISTRATOR));
		}
		return forms.keep(forms.read("controle", typed), () -> {
		}, PATH + "/controles/" + begun(), this::overview);
	}

	/** A new check, or the one that is going on already. */
	private LedgerCheckId begun() {
		try {
			return asked.ask(new LedgerCheckId(Ids.next()), Caller.required().personId()).checkId();
		} catch (RuleBroken e) {
			return checks.page(1, 1).getFirst().checkId();
		}
	}

	/** How far a check is; it loads itself again while it runs, no script is needed. */
	@GetMapping("/controles/{id}")
	ModelAndView oneCheck(@PathVariable LedgerCheckId id, HttpServletResponse response) {
		if (!powers().checks()) {
			throw new NotFound();
		}
		LedgerCheck check = checks.find(id).orElseThrow(NotFound::new);
		if (!check.state().isOver()) {
			response.setHeader("Refresh", REFRESH_SECONDS);
		}
		return page("controle-uitslag").addObject("check", check).addObject("percentage", check.total() == 0 ? 0 : 100 * check.checked() / check.total())
				.addObject("checked", number(check.checked())).addObject("total", number(check.total()));
	}

	@PostMapping("/abonnement")
	ModelAndView subscribe(@RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read("abonnement", typed);
		return forms.keep(form, () -> subscriptions.set(Caller.required().personId(), new CheckpointSubscriptions.Subscription(form.isTicked("aan"))), PATH + "#mail",
				this::overview);
	}

	@PostMapping("/getuigen")
	ModelAndView addWitness(@RequestParam MultiValueMap<String, String> typed) {
		PersonId by = administrator().personId();
		Form form = forms.read(WITNESS, typed);
		return forms.keep(form, () -> {
			try {
				witnesses.add(new WitnessId(Ids.next()), form.typed("verifierKey"), by);
			} catch (InvalidInput | RuleBroken e) {
				form.wrong("verifierKey", e instanceof InvalidInput wrong ? wrong.errors().getFirst().message() : String.valueOf(e.getMessage()));
			}
		}, PATH + "#getuigen", this::overview);
	}

	@PostMapping("/getuigen/{id}/intrekken")
	ModelAndView withdrawWitness(@PathVariable WitnessId id, @RequestParam MultiValueMap<String, String> typed) {
		administrator();
		return forms.keep(forms.read("intrekken", typed), () -> witnesses.withdraw(id), PATH + "#getuigen", this::overview);
	}

	private static Caller administrator() {
		Caller caller = Caller.required();
		if (!caller.administrator()) {
			throw new NotAllowed("U mist het recht van beheerder van deze installatie.", List.of());
		}
		return caller;
	}

	/** Who read, took along and was refused what. */
	@GetMapping("/inzage")
	ModelAndView accesses(@RequestParam MultiValueMap<String, String> typed) {
		Form form = forms.read("vraag", typed);
		int number = pageNumber(typed);
		PartnershipId partnership = form.idOrNone("partnershipId", PartnershipId::new);
		AuditAccesses.Kind kind = form.choiceOrNone("kind", AuditAccesses.Kind.class);
		LocalDate from = form.dayOrNone("from");
		LocalDate until = form.dayOrNone("until");
		form.mustBeRight();
		Set<PartnershipId> readable = powers().accesses();
		boolean installation = Caller.required().administrator();
		PartnershipId shown = partnership == null && !installation ? readable.stream().min(Comparator.comparing(PartnershipId::toString)).orElseThrow(NotFound::new) : partnership;
		if (shown != null && !readable.contains(shown)) {
			throw new NotFound();
		}
		AuditAccesses.Filter filter = new AuditAccesses.Filter(shown, null, kind, from == null ? null : Today.startOf(from), until == null ? null : Today.endOf(until));
		List<AuditAccess> found = accesses.page(filter, number, PAGE_SIZE);
		Map<PersonId, String> names = people.names(found.stream().map(AuditAccess::personId).toList());
		String address = PATH + "/inzage?partnershipId=" + Objects.toString(shown, "") + "&kind=" + (kind == null ? "" : kind) + "&from=" + Objects.toString(from, "") + "&until="
				+ Objects.toString(until, "") + "&pagina=";
		return page("controle-inzage").addObject("accesses", found.stream().map(access -> told(access, names)).toList())
				.addObject("pages", pages(address, number, accesses.count(filter))).addObject("partnerships", choices(readable)).addObject("kinds", kinds())
				.addObject("partnershipId", Objects.toString(shown, "")).addObject("kind", kind == null ? "" : kind.name()).addObject("from", from).addObject("until", until)
				.addObject("installation", installation);
	}

	private Access told(AuditAccess access, Map<PersonId, String> names) {
		return new Access(dutch.moment(access.at()), names.getOrDefault(access.personId(), People.ERASED), ProofWords.did(access.kind()), ProofWords.scope(access.scope()));
	}

	private static List<Choice> kinds() {
		return Arrays.stream(AuditAccesses.Kind.values()).map(kind -> new Choice(kind.name(), ProofWords.did(kind))).toList();
	}

	private List<Choice> choices(Set<PartnershipId> partnerships) {
		return desk.anything(null).byId(ReadModels.PARTNERSHIPS, partnerships).values().stream().map(view -> new Choice(view.partnershipId().toString(), view.name()))
				.sorted(Comparator.comparing(Choice::label)).toList();
	}

	private List<Group> groups(Set<PartnershipId> partnerships) {
		return partnerships.isEmpty() ? List.of() : subjects.within(partnerships);
	}

	private List<Key> keys(@Nullable Published newest) {
		List<SignedNote.Line> signatures = newest == null ? List.of() : newest.note().signatures();
		return ledger.keys().stream().map(known -> {
			VerifierKey key = VerifierKey.parse(known.verifierKey());
			return new Key(key.keyId(), known.verifierKey(), dutch.moment(known.since()), signatures.stream().anyMatch(line -> line.isOf(key)));
		}).toList();
	}

	private Line line(Published published) {
		return new Line(number(published.checkpoint().size()), dutch.moment(published.checkpoint().madeAt()), published.checkpoint().root().base64(),
				published.checkpoint().origin());
	}

	private Powers powers() {
		List<RightsView.Held> held = readers.heldNow();
		boolean installation = Caller.required().administrator();
		return new Powers(installation || held.stream().anyMatch(right -> CHECKERS.contains(right.right())), where(held, TAKERS), where(held, CHECKERS));
	}

	private static Set<PartnershipId> where(List<RightsView.Held> held, Set<Right> rights) {
		return held.stream().filter(right -> rights.contains(right.right())).map(RightsView.Held::partnershipId).collect(Collectors.toSet());
	}

	private ModelAndView page(String template) {
		return new ModelAndView(template).addObject("dutch", dutch).addObject("words", new ProofWords());
	}

	private static int pageNumber(MultiValueMap<String, String> typed) {
		return Stream.ofNullable(typed.getFirst("pagina")).filter(text -> text.matches("[1-9][0-9]{0,5}")).map(Integer::valueOf).findFirst().orElse(1);
	}

	private static Pages pages(String address, int number, long total) {
		long last = Math.clamp(Math.ceilDiv(total, PAGE_SIZE), 1, MOST);
		return new Pages(number, last, number > 1 ? address + (number - 1) : null, number < last ? address + (number + 1) : null);
	}

	private static String attachment(String name) {
		return ContentDisposition.attachment().filename(name).build().toString();
	}

	private static String number(long number) {
		return NumberFormat.getIntegerInstance(Locale.of("nl", "NL")).format(number);
	}
}
