package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.actions.action.ActionId;
import nl.ontwikkelagenda.actions.inventory.InventoryId;
import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.MeetingId;
import nl.ontwikkelagenda.agenda.meeting.OutcomeId;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.cop.community.CommunityId;
import nl.ontwikkelagenda.reporting.readmodel.BodyPaths;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing can be read without somebody having said by whom, and no rule is named without its page. */
class DeclarationsTest {

	private static final Pattern RULE = Pattern.compile("new RuleBroken\\(\\s*\"([^\"]+)\"");

	/** Ids of things that are, or can be, of a body. */
	private static final Set<Class<?>> OF_BODIES = Set.of(BodyId.class, MeetingId.class, OutcomeId.class, TableId.class, CommunityId.class, ActionId.class, InventoryId.class);

	/** Fields that tell of another thing than what the document belongs to; or of that same thing, which another field tells already. */
	private static final Set<String> LEADING_ELSEWHERE = Set.of("advice-notes bodyId", "meetings follows", "decisions outcomeId");

	@Test
	void every_read_model_declares_who_may_read_it() {
		assertThat(ReadModels.ALL).isNotEmpty().allSatisfy(view -> assertThat(Readers.isDeclared(view)).as(view.name()).isTrue());
	}

	@Test
	void every_read_model_declares_through_which_fields_its_documents_belong_to_a_body() {
		assertThat(ReadModels.ALL).allSatisfy(view -> assertThat(BodyPaths.isDeclared(view)).as(view.name()).isTrue());
		assertThat(ReadModels.ALL).allSatisfy(view -> {
			Set<String> declared = BodyPaths.of(view).stream().map(BodyPaths.Path::field).collect(Collectors.toSet());
			Stream<String> leading = Arrays.stream(view.document().getRecordComponents()).skip(1).filter(field -> OF_BODIES.contains(field.getType()))
					.map(RecordComponent::getName).filter(field -> !LEADING_ELSEWHERE.contains(view.name() + " " + field));
			assertThat(declared).as(view.name()).containsAll(leading.toList());
		});
	}

	@Test
	void every_endpoint_of_the_api_that_reads_shows_part_of_a_read_model_or_declares_who_may_use_it() {
		List<String> undeclared = new ArrayList<>();
		RequestMappingHandlerMapping mapping = Running.application().context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
		mapping.getHandlerMethods().forEach((request, method) -> {
			boolean reads = request.getMethodsCondition().getMethods().contains(RequestMethod.GET)
					&& method.getMethod().getDeclaringClass().getPackageName().startsWith("nl.ontwikkelagenda");
			boolean ofApi = request.getPatternValues().stream().anyMatch(pattern -> pattern.startsWith(Api.BASE));
			if (reads && ofApi && !isDeclared(method)) {
				undeclared.add(request + " " + method);
			}
		});
		assertThat(undeclared).isEmpty();
	}

	@Test
	void every_rule_that_can_be_broken_has_its_page() throws IOException {
		Set<String> rules = new TreeSet<>();
		Path root = Files.exists(Path.of("agenda-module")) ? Path.of("") : Path.of("..");
		for (String module : List.of("agenda-module", "cop-module", "actions-module", "reporting-module", "app")) {
			try (Stream<Path> sources = Files.walk(root.resolve(module).resolve("src/main/java"))) {
				for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
					RULE.matcher(Files.readString(source)).results().forEach(rule -> rules.add(rule.group(1)));
				}
			}
		}
		assertThat(rules).contains("organisation-takes-part-once").allSatisfy(rule -> assertThat(KnownProblems.find(rule)).as(rule).isPresent());
	}

	@Test
	void every_rule_has_a_page_that_anyone_can_read() {
		assertThat(KnownProblems.all()).allSatisfy(known -> {
			Running.Answer page = Running.application().get("", known.type(), "Accept", "text/html");
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.body()).contains(known.rule(), "<html lang=\"nl\">");
		});
	}

	/** Answers of a view go through {@link Answers}, which asks {@link Readers}. */
	private static boolean isDeclared(HandlerMethod method) {
		MayRead own = QuestionInterceptor.mayRead(method);
		boolean declared = own != null && (own.anyone() || own.installation() || own.withoutLogin() || own.value().length > 0);
		Class<?> answer = QuestionInterceptor.answer(method).toClass();
		Class<?> item = answer == Listed.class ? QuestionInterceptor.answer(method).getGeneric(0).toClass() : answer;
		boolean partOfView = item.isMemberClass() && ReadModels.ALL.stream().anyMatch(view -> view.document() == item.getEnclosingClass());
		return declared || QuestionInterceptor.shown(method).isPresent() || partOfView;
	}
}
