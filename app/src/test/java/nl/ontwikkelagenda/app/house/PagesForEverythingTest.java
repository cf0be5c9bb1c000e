package nl.ontwikkelagenda.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import nl.ontwikkelagenda.agenda.partnership.AllowedTo;
import nl.ontwikkelagenda.app.BesideOthers;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** What can be done over the API can be done in the browser, or there is a reason why not. */
@BesideOthers
@AnalyzeClasses(packages = "nl.ontwikkelagenda", importOptions = DoNotIncludeTests.class)
class PagesForEverythingTest {

	private static final String BY_ITSELF = "follows from something else, without anybody asking for it";

	/** Commands that no page sends, with the reason. */
	private static final Map<String, String> WITHOUT_PAGE = Map.ofEntries(Map.entry("PlanOccurrence", BY_ITSELF), Map.entry("PlaceCarriedItem", BY_ITSELF),
			Map.entry("HandItemOver", BY_ITSELF), Map.entry("NoteMeetingCancelled", BY_ITSELF), Map.entry("RecordReminder", BY_ITSELF), Map.entry("RereadDeadlines", BY_ITSELF),
			Map.entry("RecordSession", BY_ITSELF), Map.entry("NoteReviewDue", BY_ITSELF), Map.entry("ReviseDecision", BY_ITSELF), Map.entry("CarryOverTheme", BY_ITSELF),
			Map.entry("EndMergedTheme", BY_ITSELF), Map.entry("RaiseThemePart", BY_ITSELF), Map.entry("EndParticipation", BY_ITSELF),
			Map.entry("EraseStakeholder", "part of erasing a person, for which there is a page"),
			Map.entry("CloseReflectionRound", "the answers are counted for it, when somebody closes a round on its page"));

	/** How it is written that something is not given. */
	private static final Set<String> NOTHING = Set.of("null", "List.of()", "Map.of()");

	/** Parts of commands that no page gives, with the reason. */
	private static final Map<String, String> NEVER_GIVEN = Map.of("AssignAction.outcomeId", BY_ITSELF, "WithdrawAnnouncement.lastNow", BY_ITSELF,
			"PlanMeeting.happenedOn", "a meeting is planned and then begun, on its page, on the day on which it was held",
			"TakeDecision.particulars", "how a decision came about is stated on its page");

	/**
	 * What controllers of the API change outside the log.
	 *
	 * @param operations how many of them
	 * @param page       class of the page where the same is done
	 */
	private record Told(int operations, String page) {
	}

	private static final Map<String, Told> OUTSIDE_THE_LOG = Map.ofEntries(Map.entry("AccessTokenController", new Told(2, "MyAccessPage")),
			Map.entry("AccountController", new Told(2, "AccountsPage")), Map.entry("ActionImportController", new Told(1, "ActionImportPage")),
			Map.entry("DeadLetterController", new Told(2, "DeadLettersPage")), Map.entry("JobController", new Told(1, "JobsPage")),
			Map.entry("AuditController", new Told(1, "ProofPage")), Map.entry("LedgerCheckController", new Told(1, "ProofPage")),
			Map.entry("WitnessController", new Told(3, "ProofPage")), Map.entry("CalendarFeedController", new Told(2, "CalendarPage")),
			Map.entry("ErasureController", new Told(1, "ErasurePage")), Map.entry("ChangeFeedController", new Told(2, "ChangeFeedsPage")),
			Map.entry("OutgoingMailController", new Told(1, "OutboxPage")), Map.entry("JoinedEntryController", new Told(1, "PersonPage")),
			Map.entry("PeopleController", new Told(3, "PersonPage")), Map.entry("PreferenceController", new Told(1, "StartPage")),
			Map.entry("RestrictionController", new Told(4, "PersonPage")), Map.entry("RebuildController", new Told(4, "ReadModelsPage")),
			Map.entry("ReflectionRoundController", new Told(3, "ReflectionPage")), Map.entry("ReportRunController", new Told(1, "ReportRunPage")),
			Map.entry("ReportSubscriptionController", new Told(2, "ProgressPage")), Map.entry("RetentionProposalController", new Told(2, "RetentionPage")),
			Map.entry("WebhookController", new Told(7, "WebhooksPage")));

	private static final List<Class<? extends Annotation>> CHANGING = List.of(PostMapping.class, PutMapping.class, PatchMapping.class, DeleteMapping.class);

	@ArchTest static final ArchRule everyCommandIsSentByAPage = classes().that(new DescribedPredicate<JavaClass>("are commands that people may send") {

		@Override
		public boolean test(JavaClass type) {
			return isCommand(type);
		}
	}).should(new ArchCondition<JavaClass>("be sent by a page") {

		@Override
		public void check(JavaClass command, ConditionEvents events) {
			boolean sent = command.getConstructorCallsToSelf().stream().map(call -> outermost(call.getOriginOwner())).anyMatch(PagesForEverythingTest::isOfPages);
			boolean excused = WITHOUT_PAGE.containsKey(command.getSimpleName());
			events.add(new SimpleConditionEvent(command, sent != excused,
					command.getSimpleName() + (sent ? " is sent by a page, and excused from that" : " is sent by no page, and nothing says why")));
		}
	});

	@ArchTest static final ArchRule everyOtherChangeIsMadeOnAPage = classes().that().areAnnotatedWith(RestController.class)
			.should(new ArchCondition<JavaClass>("change nothing outside the log that no page changes") {

				@Override
				public void check(JavaClass controller, ConditionEvents events) {
					long operations = controller.getMethods().stream().filter(PagesForEverythingTest::changes).filter(method -> !makesCommand(method)).count();
					Told told = OUTSIDE_THE_LOG.getOrDefault(controller.getSimpleName(), new Told(0, ""));
					events.add(new SimpleConditionEvent(controller, operations == told.operations(), controller.getSimpleName() + " has " + operations
							+ " operations that change something outside the log, and " + told.operations() + " are told of"));
				}
			});

	@ArchTest static final ArchRule everyKindOfThemCanBeChosenOnAPage = classes().that().areAnnotatedWith(RestController.class)
			.should(new ArchCondition<JavaClass>("ask for no kind of thing outside the log that no page offers") {

				@Override
				public void check(JavaClass controller, ConditionEvents events) {
					controller.getMethods().stream().filter(PagesForEverythingTest::changes).filter(method -> !makesCommand(method))
							.flatMap(method -> method.getRawParameterTypes().stream()).filter(JavaClass::isRecord).flatMap(PagesForEverythingTest::withItsParts)
							.flatMap(part -> part.getFields().stream()).map(JavaField::getRawType).filter(JavaClass::isEnum).distinct().forEach(kind -> {
								Set<String> missing = notOffered(kind);
								events.add(
										new SimpleConditionEvent(kind, missing.isEmpty(), kind.getName() + " of " + controller.getSimpleName() + " is offered without " + missing));
							});
				}
			});

	@ArchTest
	static void theirPagesAreThere(JavaClasses all) {
		assertThat(all.stream().filter(PagesForEverythingTest::isPage).map(JavaClass::getSimpleName)).containsAll(OUTSIDE_THE_LOG.values().stream().map(Told::page).toList());
	}

	@ArchTest
	static void everyPartOfACommandCanBeGivenOnAPage(JavaClasses all) throws IOException {
		Map<String, JavaClass> parts = all.stream().filter(PagesForEverythingTest::isCommand).flatMap(PagesForEverythingTest::withItsParts).distinct()
				.collect(Collectors.toMap(JavaClass::getSimpleName, type -> type));
		List<Path> pages = all.stream().filter(type -> outermost(type).equals(type) && isOfPages(type)).map(PagesForEverythingTest::source).filter(Files::exists).toList();
		Set<String> given = new TreeSet<>();
		Set<String> made = new TreeSet<>();
		new TreeScanner<@Nullable Void, @Nullable Void>() {

			@Override
			public @Nullable Void visitNewClass(NewClassTree node, @Nullable Void nothing) {
				JavaClass type = parts.get(lastName(node.getIdentifier()));
				if (type != null) {
					List<String> names = names(type, node.getArguments().size());
					for (int place = 0; place < names.size(); place++) {
						made.add(type.getSimpleName() + "." + names.get(place));
						if (!NOTHING.contains(node.getArguments().get(place).toString())) {
							given.add(type.getSimpleName() + "." + names.get(place));
						}
					}
				}
				return super.visitNewClass(node, null);
			}
		}.scan(parsed(pages), null);
		made.removeAll(given);
		assertThat(made).isEqualTo(NEVER_GIVEN.keySet());
	}

	private static Stream<JavaClass> withItsParts(JavaClass type) {
		return Stream.concat(Stream.of(type), type.getFields().stream().flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
				.filter(part -> part.isRecord() && part.getPackageName().startsWith("nl.ontwikkelagenda") && !part.equals(type)).flatMap(PagesForEverythingTest::withItsParts));
	}

	private static String lastName(Tree name) {
		return name.toString().replaceFirst(".*\\.", "");
	}

	/** What the arguments of its constructor are called. */
	private static List<String> names(JavaClass type, int number) {
		return Arrays.stream(type.reflect().getDeclaredConstructors()).filter(one -> one.getParameterCount() == number)
				.flatMap(one -> Arrays.stream(one.getParameters())).map(Parameter::getName).toList();
	}

	private static Path source(JavaClass type) {
		return Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
	}

	private static Iterable<? extends Tree> parsed(List<Path> sources) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			return ((JavacTask) compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources))).parse();
		}
	}

	private static boolean isCommand(JavaClass type) {
		return type.isAnnotatedWith(AllowedTo.class);
	}

	private static boolean changes(JavaMethod method) {
		return CHANGING.stream().anyMatch(method::isAnnotatedWith);
	}

	/** A page, or what a page makes its commands with. */
	private static boolean isOfPages(JavaClass type) {
		return isPage(type)
				|| (!type.isAnnotatedWith(RestController.class)
						&& type.getDirectDependenciesToSelf().stream().map(Dependency::getOriginClass).map(PagesForEverythingTest::outermost)
								.anyMatch(PagesForEverythingTest::isPage));
	}

	/** The constants that can be chosen on no page: pages take any, ask for all at once, or name them one by one. */
	private static Set<String> notOffered(JavaClass kind) {
		Set<JavaClass> users = kind.getDirectDependenciesToSelf().stream().map(Dependency::getOriginClass).filter(type -> !type.getModifiers().contains(JavaModifier.SYNTHETIC))
				.collect(Collectors.toSet());
		boolean taken = users.stream().filter(type -> isPage(outermost(type)))
				.anyMatch(type -> type.getMethods().stream().anyMatch(method -> method.getRawParameterTypes().contains(kind))
						|| type.getReferencedClassObjects().stream().anyMatch(object -> object.getRawType().equals(kind)));
		boolean all = kind.getMethod("values").getCallsOfSelf().stream().map(JavaAccess::getOriginOwner).anyMatch(type -> users.contains(type) && isOfPages(outermost(type)));
		return taken || all
				? Set.of()
				: kind.getFields().stream().filter(constant -> constant.getRawType().equals(kind))
						.filter(constant -> constant.getAccessesToSelf().stream().map(JavaAccess::getOriginOwner)
								.noneMatch(type -> users.contains(type) && isPage(outermost(type))))
						.map(JavaField::getName).collect(Collectors.toCollection(TreeSet::new));
	}

	private static boolean isPage(JavaClass type) {
		return type.isAnnotatedWith(Controller.class);
	}

	private static JavaClass outermost(JavaClass type) {
		return type.getEnclosingClass().map(PagesForEverythingTest::outermost).orElse(type);
	}

	/** Whether a command comes of this method, or of others of its class that it calls. */
	private static boolean makesCommand(JavaMethod method) {
		Set<JavaCodeUnit> seen = new HashSet<>();
		Deque<JavaCodeUnit> open = new ArrayDeque<>(List.of(method));
		while (!open.isEmpty()) {
			JavaCodeUnit unit = open.remove();
			Stream<JavaClass> made = Stream.concat(unit.getConstructorCallsFromSelf().stream().map(call -> call.getTargetOwner()),
					unit.getMethodCallsFromSelf().stream().map(call -> call.getTarget().getRawReturnType()));
			if (made.anyMatch(PagesForEverythingTest::isCommand)) {
				return true;
			}
			unit.getMethodCallsFromSelf().stream().filter(call -> outermost(call.getTargetOwner()).equals(outermost(method.getOwner())))
					.flatMap(call -> call.getTarget().resolveMember().stream()).filter(seen::add).forEach(open::add);
		}
		return false;
	}
}
