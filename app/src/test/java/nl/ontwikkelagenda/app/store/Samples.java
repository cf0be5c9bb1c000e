package nl.ontwikkelagenda.app.store;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.Actor;
import nl.ontwikkelagenda.agenda.theme.SchoolYear;

import org.jspecify.annotations.Nullable;

/** Makes a sample of any event from its record components, always the same one. Types that have no place in an event have no sample. */
final class Samples {

	private static final Map<Class<?>, Object> SIMPLE = Map.ofEntries(Map.entry(LocalDate.class, LocalDate.of(2018, 9, 24)), Map.entry(LocalTime.class, LocalTime.of(13, 30)),
			Map.entry(Instant.class, Instant.parse("2018-09-24T11:30:00.123Z")), Map.entry(BigDecimal.class, new BigDecimal("12.50")), Map.entry(int.class, 3),
			Map.entry(Integer.class, 3), Map.entry(long.class, 4L), Map.entry(Long.class, 4L), Map.entry(boolean.class, true), Map.entry(Boolean.class, true),
			Map.entry(Actor.class, Actor.job("sample")), Map.entry(SchoolYear.class, new SchoolYear("2018-2019")));

	private Samples() {
	}

	/** @param withOptional whether components that may be absent are there */
	static Object of(Class<?> event, boolean withOptional) {
		return of(event, event, event.getSimpleName(), withOptional);
	}

	/** Whether this component may be absent. */
	static boolean optional(RecordComponent component) {
		AnnotatedType type = component.getAnnotatedType();
		return type.isAnnotationPresent(Nullable.class);
	}

	private static Object of(Type generic, Class<?> type, String name, boolean withOptional) {
		Object simple = SIMPLE.get(type);
		if (simple != null) {
			return simple;
		}
		if (type == String.class) {
			return name;
		}
		if (type == UUID.class) {
			return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
		}
		if (type.isEnum()) {
			return type.getEnumConstants()[0];
		}
		if (type.isRecord()) {
			return record(type, name, withOptional);
		}
		if (type.isSealed()) {
			Class<?> first = type.getPermittedSubclasses()[0];
			return of(first, first, name, withOptional);
		}
		if (generic instanceof ParameterizedType parameterized) {
			Type[] arguments = parameterized.getActualTypeArguments();
			if (type == List.class) {
				return List.of(of(arguments[0], raw(arguments[0]), name, withOptional));
			}
			if (type == Set.class) {
				return Set.of(of(arguments[0], raw(arguments[0]), name, withOptional));
			}
			if (type == Map.class) {
				return Map.of(of(arguments[0], raw(arguments[0]), name, withOptional), of(arguments[1], raw(arguments[1]), name, withOptional));
			}
		}
		throw new AssertionError(
				name + " is a " + generic.getTypeName() + ", which has no place in an event: use records, enums, dates, whole numbers, BigDecimal, String, List, Set or Map.");
	}

	private static Object record(Class<?> type, String name, boolean withOptional) {
		RecordComponent[] components = type.getRecordComponents();
		Object[] values = new Object[components.length];
		for (int i = 0; i < components.length; i++) {
			boolean absent = !withOptional && optional(components[i]);
			values[i] = absent
					? null
					: of(components[i].getGenericType(), components[i].getType(), "value".equals(components[i].getName()) ? name : components[i].getName(), withOptional);
		}
		try {
			var constructor = type.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
			constructor.setAccessible(true);
			return constructor.newInstance(values);
		} catch (InvocationTargetException e) {
			throw new AssertionError("No sample of " + type.getName() + ": it refuses " + Arrays.toString(values) + "; name a fitting one in Samples.", e.getCause());
		} catch (ReflectiveOperationException e) {
			throw new LinkageError("No sample of " + type.getName(), e);
		}
	}

	private static Class<?> raw(Type type) {
		return type instanceof ParameterizedType parameterized ? (Class<?>) parameterized.getRawType() : (Class<?>) type;
	}
}
