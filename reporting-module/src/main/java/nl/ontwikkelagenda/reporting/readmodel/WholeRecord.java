package nl.ontwikkelagenda.reporting.readmodel;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Whether a record that was read from what another version of its class has written has everything that it promises to have. */
final class WholeRecord {

	private record Component(RecordComponent component, boolean nullable) {
	}

	private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
		@Override
		protected List<Component> computeValue(Class<?> type) {
			return Stream.of(type.getRecordComponents()).map(component -> {
				component.getAccessor().setAccessible(true);
				return new Component(component, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
			}).toList();
		}
	};

	private WholeRecord() {
	}

	static boolean is(@Nullable Object value) {
		return switch (value) {
			case null -> true;
			case Record whole -> COMPONENTS.get(whole.getClass()).stream().allMatch(component -> isWhole(whole, component));
			case Collection<?> items -> items.stream().allMatch(WholeRecord::is);
			case Map<?, ?> entries -> entries.values().stream().allMatch(WholeRecord::is);
			default -> true;
		};
	}

	private static boolean isWhole(Record whole, Component component) {
		try {
			Object value = component.component.getAccessor().invoke(whole);
			return value == null ? component.nullable : is(value);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}
