package nl.ontwikkelagenda.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/** The commands of all modules, found by the names of their files. */
public final class AllCommands {

	private AllCommands() {
	}

	public static List<Class<?>> find() {
		SimpleMetadataReaderFactory metadata = new SimpleMetadataReaderFactory();
		List<Class<?>> commands = new ArrayList<>();
		try {
			for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:nl/ontwikkelagenda/**/*Command.class")) {
				Class<?> type = ClassUtils.resolveClassName(metadata.getMetadataReader(file).getClassMetadata().getClassName(), null);
				if (type.isSealed()) {
					leaves(type).forEach(commands::add);
				}
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return commands;
	}

	private static Stream<Class<?>> leaves(Class<?> type) {
		return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(AllCommands::leaves) : Stream.of(type);
	}
}
