package nl.ontwikkelagenda.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;

/** Keeps {@code docs/modules.md} equal to the code; after a deliberate change, write it again with {@code -Dcontract.update=true}. */
@AnalyzeClasses(packages = "nl.ontwikkelagenda", importOptions = DoNotIncludeTests.class)
class ModuleMapTest {

	private static final String ROOT = "nl.ontwikkelagenda.";
	private static final List<String> MODULES = List.of("agenda", "cop", "actions", "reporting", "app");

	@ArchTest
	static void theMapInTheDocumentationIsTheMapOfTheCode(JavaClasses classes) throws IOException {
		Path file = Path.of("").toAbsolutePath().resolveSibling("docs").resolve("modules.md");
		String map = map(classes);
		if (Boolean.getBoolean("contract.update")) {
			Files.writeString(file, map);
		}
		assertThat(Files.readString(file)).as("docs/modules.md is not what the code says; write it again with -Dtest=ModuleMapTest -Dcontract.update=true").isEqualTo(map);
	}

	private static String map(JavaClasses classes) {
		SortedMap<String, SortedSet<String>> uses = new TreeMap<>();
		for (JavaClass type : classes) {
			SortedSet<String> used = uses.computeIfAbsent(type.getPackageName(), name -> new TreeSet<>());
			for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
				String target = dependency.getTargetClass().getPackageName();
				if (target.startsWith(ROOT) && !target.equals(type.getPackageName())) {
					used.add(target);
				}
			}
		}
		StringBuilder map = new StringBuilder("""
				# Modules

				Which module knows which. Written by `ModuleMapTest`; do not edit.

				```mermaid
				flowchart TD
				""");
		for (String module : MODULES) {
			Set<String> below = new TreeSet<>();
			uses.forEach((name, used) -> {
				if (module(name).equals(module)) {
					used.stream().map(ModuleMapTest::module).filter(other -> !other.equals(module)).forEach(below::add);
				}
			});
			map.append("  ").append(module).append('\n');
			below.forEach(other -> map.append("  ").append(module).append(" --> ").append(other).append('\n'));
		}
		map.append("```\n");
		for (String module : MODULES) {
			map.append("\n## ").append(module).append("\n\n| package | knows |\n|---|---|\n");
			for (Map.Entry<String, SortedSet<String>> entry : uses.entrySet()) {
				if (module(entry.getKey()).equals(module)) {
					map.append("| `").append(entry.getKey().substring(ROOT.length())).append("` | ");
					map.append(String.join(", ", entry.getValue().stream().map(name -> "`" + name.substring(ROOT.length()) + "`").toList())).append(" |\n");
				}
			}
		}
		return map.toString();
	}

	private static String module(String packageName) {
		return packageName.substring(ROOT.length()).split("\\.", 2)[0];
	}
}
