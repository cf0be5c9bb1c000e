package nl.ontwikkelagenda.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Another release of the application: this one with some of its source files changed, or with more of them, compiled apart and found before the others. */
final class Release {

	private final Path directory;
	private final Map<String, String> sources = new LinkedHashMap<>();

	/** @param directory gets sources and classes */
	Release(Path directory) {
		this.directory = directory;
	}

	/** With another text in the source of this type, {@code module/package.Type}, in the place of one that must be there. */
	Release changed(String source, String before, String after) throws IOException {
		String module = source.substring(0, source.indexOf('/'));
		String type = source.substring(module.length() + 1);
		String text = sources.containsKey(type) ? sources.get(type) : Files.readString(Path.of("..", module, "src/main/java", type.replace('.', '/') + ".java"));
		assertThat(text).contains(before);
		sources.put(type, text.replace(before, after));
		return this;
	}

	/** With this type besides. */
	Release with(String type, String source) {
		sources.put(type, source);
		return this;
	}

	Release compiled() throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		for (Map.Entry<String, String> source : sources.entrySet()) {
			Files.createDirectories(file(source.getKey()).getParent());
			Files.writeString(file(source.getKey()), source.getValue());
		}
		Files.createDirectories(classes());
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			List<String> options = List.of("-parameters", "-proc:none", "-nowarn", "-d", classes().toString(), "-cp",
					System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
			assertThat(compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources.keySet().stream().map(this::file).toList())).call())
					.as("the other release compiles").isTrue();
		}
		return this;
	}

	Path classes() {
		return directory.resolve("classes");
	}

	private Path file(String type) {
		return directory.resolve("sources").resolve(type.replace('.', '/') + ".java");
	}
}
