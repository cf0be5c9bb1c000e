package nl.ontwikkelagenda.app.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.rest.Client;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of processing tells of everything that is kept about persons. {@code docs/processing.md} is written from it with {@code -Dcontract.update=true}. */
class ProcessingRegisterTest {

	private final Running app = Running.application();

	@Test
	void everyTableIsDeclaredOnce() {
		List<String> tables = app.context().getBean(JdbcClient.class)
				.sql("select schemaname || '.' || tablename from pg_tables where schemaname = 'register' order by 1").query(String.class).list();
		List<String> declared = ProcessingActivities.all().stream().flatMap(activity -> activity.tables().stream()).toList();
		assertThat(declared).doesNotHaveDuplicates().doesNotContainAnyElementsOf(ProcessingActivities.withoutPersons().keySet());
		assertThat(Stream.concat(declared.stream(), ProcessingActivities.withoutPersons().keySet().stream()).filter(table -> table.startsWith("register.")))
				.as("A table of the schema register that is new stands in ProcessingActivities, with what it is for").containsExactlyInAnyOrderElementsOf(tables);
	}

	@Test
	void everyViewWithAPersonIsDeclaredOnce() {
		Set<String> withPersons = new TreeSet<>();
		ReadModels.ALL.stream().filter(view -> mentionsPersons(view.document(), new HashSet<>())).map(ReadModel::name).forEach(withPersons::add);
		List<String> declared = ProcessingActivities.all().stream().flatMap(activity -> activity.readModels().stream()).toList();
		assertThat(declared).doesNotHaveDuplicates();
		assertThat(new TreeSet<>(declared)).as("A view that names persons stands in ProcessingActivities, with what it is for").isEqualTo(withPersons);
	}

	private static boolean mentionsPersons(Type type, Set<Type> seen) {
		if (!seen.add(type)) {
			return false;
		}
		return switch (type) {
			case ParameterizedType generic -> Stream.of(generic.getActualTypeArguments()).anyMatch(argument -> mentionsPersons(argument, seen));
			case Class<?> known when known == PersonId.class -> true;
			case Class<?> known when known.isRecord() -> Stream.of(known.getRecordComponents()).map(RecordComponent::getGenericType).anyMatch(part -> mentionsPersons(part, seen));
			default -> false;
		};
	}

	@Test
	void everybodyReadsIt() {
		Client participant = new Client(app, "deelnemer");
		assertThat(participant.read("/api/v1/processing-activities").path("items")).hasSameSizeAs(ProcessingActivities.all());
		assertThat(participant.read("/api/v1/processing-activities/register-of-persons").path("basis").asString()).isEqualTo("PUBLIC_TASK");
		app.get("deelnemer", "/api/v1/processing-activities/nothing").isProblem(404);
		assertThat(participant.page("/verwerkingsregister")).contains("Personenregister", "Taak van algemeen belang", "niet ingevuld");
	}

	@Test
	void theDocumentIsWhatTheCodeSays() throws IOException {
		Path file = Path.of("").toAbsolutePath().resolveSibling("docs").resolve("processing.md");
		if (Boolean.getBoolean("contract.update")) {
			Files.writeString(file, document());
		}
		assertThat(Files.readString(file)).as("docs/processing.md is not what the code says; write it again with -Dtest=ProcessingRegisterTest -Dcontract.update=true")
				.isEqualTo(document());
	}

	private static String document() {
		StringBuilder text = new StringBuilder("""
				# Register of processing

				What is done with personal data (GDPR, article 30), as `/api/v1/processing-activities` and the page `/verwerkingsregister` show it. Written by `ProcessingRegisterTest` from
				`ProcessingActivities`; do not edit. Who is responsible each installation says for itself: `ontwikkelagenda.processing.controller` and `.contact`.
				""");
		for (ProcessingActivity activity : ProcessingActivities.all()) {
			text.append("\n## ").append(activity.title()).append("\n\n").append(activity.purpose()).append("\n\n| | |\n|---|---|\n");
			row(text, "grondslag", Dutch.choice(activity.basis()));
			row(text, "over wie", String.join(", ", activity.persons()));
			row(text, "gegevens", String.join(", ", activity.categories()));
			row(text, "ontvangers", String.join("; ", activity.recipients()));
			row(text, "bewaartermijn", activity.retention());
			row(text, "beveiliging", activity.protection());
			row(text, "tabellen", code(activity.tables()));
			row(text, "overzichten", code(activity.readModels()));
		}
		text.append("\n## Tabellen zonder gegevens van mensen\n\n");
		new TreeSet<>(ProcessingActivities.withoutPersons().keySet())
				.forEach(table -> text.append("- `").append(table).append("`: ").append(ProcessingActivities.withoutPersons().get(table)).append('\n'));
		return text.toString();
	}

	private static void row(StringBuilder text, String name, String value) {
		if (!value.isEmpty()) {
			text.append("| ").append(name).append(" | ").append(value).append(" |\n");
		}
	}

	private static String code(List<String> names) {
		return String.join(", ", names.stream().map(name -> "`" + name + "`").toList());
	}
}
