package nl.ontwikkelagenda.app.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import nl.ontwikkelagenda.app.exchange.PaperPress;
import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "nl.ontwikkelagenda", importOptions = DoNotIncludeTests.class)
class HouseRulesTest {

	private static final String[] CONTEXTS = {"nl.ontwikkelagenda.agenda..", "nl.ontwikkelagenda.cop..", "nl.ontwikkelagenda.actions.."};

	private static final Set<String> CLOCKS = Set.of(Instant.class.getName(), LocalDate.class.getName(), LocalDateTime.class.getName(), ZonedDateTime.class.getName(),
			OffsetDateTime.class.getName(), "java.time.Year", "java.time.YearMonth", "java.time.LocalTime");

	@ArchTest static final ArchRule dependenciesPointDown = layeredArchitecture().consideringOnlyDependenciesInAnyPackage("nl.ontwikkelagenda..").layer("agenda")
			.definedBy("nl.ontwikkelagenda.agenda..").optionalLayer("cop").definedBy("nl.ontwikkelagenda.cop..").optionalLayer("actions").definedBy("nl.ontwikkelagenda.actions..")
			.layer("reporting").definedBy("nl.ontwikkelagenda.reporting..").layer("app").definedBy("nl.ontwikkelagenda.app..").whereLayer("app").mayNotBeAccessedByAnyLayer()
			.whereLayer("reporting").mayOnlyBeAccessedByLayers("app").whereLayer("cop").mayOnlyBeAccessedByLayers("reporting", "app").whereLayer("actions")
			.mayOnlyBeAccessedByLayers("reporting", "app").whereLayer("agenda").mayOnlyBeAccessedByLayers("cop", "actions", "reporting", "app");

	@ArchTest static final ArchRule packagesHaveNoCycles = slices().matching("nl.ontwikkelagenda.(**)").should().beFreeOfCycles();

	@ArchTest static final ArchRule aggregatesArePackagePrivate = classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

	@ArchTest static final ArchRule contextsKnowNoHttpSqlOrSecurity = noClasses().that().resideInAnyPackage(CONTEXTS).should().dependOnClassesThat().resideInAnyPackage(
			"org.springframework.web..", "org.springframework.http..", "org.springframework.jdbc..", "org.springframework.transaction..", "org.springframework.security..",
			"org.springframework.boot..", "jakarta..", "java.sql..", "javax.sql..", "java.net.http..", "tools.jackson..");

	@ArchTest static final ArchRule contextsAskNoClockAndNoDice = noClasses().that().resideInAnyPackage(CONTEXTS).should()
			.callMethodWhere(new DescribedPredicate<JavaMethodCall>("asks a clock or a random generator") {

				@Override
				public boolean test(JavaMethodCall call) {
					String owner = call.getTargetOwner().getFullName();
					String method = call.getTarget().getName();
					return (CLOCKS.contains(owner) && method.equals("now")) || (owner.equals(Clock.class.getName()) && method.startsWith("system"))
							|| (owner.equals(UUID.class.getName()) && method.equals("randomUUID")) || (owner.equals(Math.class.getName()) && method.equals("random"))
							|| (owner.equals(System.class.getName()) && (method.equals("currentTimeMillis") || method.equals("nanoTime")));
				}
			});

	@ArchTest static final ArchRule contextsHaveNoRandomGenerator = noClasses().that().resideInAnyPackage(CONTEXTS).should().dependOnClassesThat().areAssignableTo(Random.class)
			.orShould()
			.dependOnClassesThat().belongToAnyOf(ThreadLocalRandom.class);

	/** It puts the newest checkpoint on every PDF, which is how a reader keeps what was signed. */
	@ArchTest static final ArchRule everyPaperGoesThroughThePress = noClasses().that().doNotBelongToAnyOf(PaperPress.class).should()
			.callMethod(PaperFormat.class, "make", Paper.class);

	@ArchTest static final ArchRule nothingElseMakesAPdf = noClasses().that().resideOutsideOfPackage("nl.ontwikkelagenda.reporting.paper").should().dependOnClassesThat()
			.resideInAnyPackage("com.openhtmltopdf..").orShould().callMethodWhere(new DescribedPredicate<JavaMethodCall>("writes a PDF") {

				@Override
				public boolean test(JavaMethodCall call) {
					return call.getTargetOwner().getFullName().startsWith("org.apache.pdfbox") && call.getTarget().getName().startsWith("save");
				}
			}).because("only papers have an imprint");

	@ArchTest static final ArchRule nothingIsNamedAfterAPattern = noClasses().should().haveNameMatching(".*(Service|Impl|Dto|DTO|Util|Utils|Helper|Manager)").orShould()
			.resideInAnyPackage("..service..", "..impl..", "..dto..", "..util..");

	@ArchTest static final ArchRule everyPackageIsNullMarked = classes().that(new DescribedPredicate<HasName>("are not generated by the record builder") {

		@Override
		public boolean test(HasName type) {
			return !type.getName().endsWith("Builder") && !type.getName().contains("Builder$");
		}
	}).should(new ArchCondition<JavaClass>("be in a package with @NullMarked") {

		@Override
		public void check(JavaClass type, ConditionEvents events) {
			boolean marked = type.getPackage().tryGetAnnotationOfType(NullMarked.class).isPresent();
			events.add(new SimpleConditionEvent(type, marked, type.getName() + (marked ? " is" : " is not") + " in a package with @NullMarked"));
		}
	});

	@Test
	void testsRunOnTheJavaOfTheBuild() {
		assertThat(Runtime.version().feature()).isEqualTo(25);
	}
}
