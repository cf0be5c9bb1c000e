package nl.ontwikkelagenda.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.SimpleMetadataReaderFactory;
import org.springframework.util.ClassUtils;

/** The stable name of every type of event, both ways: {@code agenda.RightGiven} stays what it is when its class moves to another package of its context. */
public final class EventTypes {

	private static final String ROOT = "nl.ontwikkelagenda.";

	private final SortedMap<String, Class<?>> types = new TreeMap<>();
	private final Map<Class<?>, String> names = new HashMap<>();

	private EventTypes(Stream<Class<?>> records) {
		records.forEach(type -> {
			String name = stableName(type);
			Class<?> other = types.putIfAbsent(name, type);
			if (other != null && other != type) {
				throw new IllegalStateException("Two types of events would be stored as " + name + ": " + other.getName() + " and " + type.getName() + "; rename one of them.");
			}
			names.put(type, name);
		});
	}

	/** Every record of every sealed interface on the class path whose name ends in {@code Event}. */
	public static EventTypes scan() {
		try {
			var files = new PathMatchingResourcePatternResolver().getResources("classpath*:nl/ontwikkelagenda/**/*Event.class");
			var metadata = new SimpleMetadataReaderFactory();
			Stream.Builder<Class<?>> found = Stream.builder();
			for (Resource file : files) {
				String name = metadata.getMetadataReader(file).getClassMetadata().getClassName();
				Class<?> type = ClassUtils.resolveClassName(name, EventTypes.class.getClassLoader());
				if (type.isInterface() && type.isSealed()) {
					found.add(type);
				}
			}
			return new EventTypes(found.build().flatMap(EventTypes::records));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** These sealed interfaces' records, and these records. */
	public static EventTypes of(Collection<Class<?>> interfacesOrRecords) {
		return new EventTypes(interfacesOrRecords.stream().flatMap(EventTypes::records));
	}

	private static Stream<Class<?>> records(Class<?> type) {
		if (type.isSealed()) {
			return Stream.of(type.getPermittedSubclasses()).flatMap(EventTypes::records);
		}
		if (!type.isRecord()) {
			throw new IllegalStateException("An event is a record, but " + type.getName() + " is not.");
		}
		return Stream.of(type);
	}

	private static String stableName(Class<?> type) {
		String name = type.getName();
		if (!name.startsWith(ROOT)) {
			throw new IllegalStateException("Events live below " + ROOT + " but " + name + " does not.");
		}
		String context = name.substring(ROOT.length(), name.indexOf('.', ROOT.length()));
		return context + "." + type.getSimpleName();
	}

	/** All types by stable name. */
	public SortedMap<String, Class<?>> all() {
		return Collections.unmodifiableSortedMap(types);
	}

	/** Null when this class is no event. */
	public @Nullable String nameOf(Class<?> type) {
		return names.get(type);
	}

	/** Null when no event has this name. */
	public @Nullable Class<?> typeOf(String name) {
		return types.get(name);
	}
}
