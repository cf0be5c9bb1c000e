package nl.ontwikkelagenda.app.visibility;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * Documents that somebody sees and that name what may be hidden from him: they are shown without it, whatever their kind. An id that can be absent is left out, and so is one from a list;
 * a part that cannot do without goes as a whole. What a document itself cannot do without stays, as then it is shown because of it.
 */
final class Mentions {

	private static final Set<Class<?>> HIDDEN_FROM_NOBODY = Set.of(PartnershipId.class, PersonId.class, OrganisationId.class);
	/** Stands for what is not shown. */
	private static final Object GONE = new Object();

	private Mentions() {
	}

	private record Part(Method accessor, boolean canBeAbsent) {
	}

	/** @param isId whether it is an id of something that could be hidden */
	private record Shape(Constructor<?> constructor, List<Part> parts, boolean isId) {

		static final ClassValue<Shape> OF = new ClassValue<>() {
			@Override
			protected Shape computeValue(Class<?> type) {
				RecordComponent[] components = type.getRecordComponents();
				Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
				try {
					Constructor<?> constructor = type.getDeclaredConstructor(types);
					constructor.setAccessible(true);
					return new Shape(constructor, Arrays.stream(components).map(Shape::part).toList(),
							types.length == 1 && types[0] == UUID.class);
				} catch (NoSuchMethodException e) {
					throw new IllegalStateException(e);
				}
			}
		};

		private static Part part(RecordComponent component) {
			Method accessor = component.getAccessor();
			accessor.setAccessible(true);
			return new Part(accessor, component.getAnnotatedType().isAnnotationPresent(Nullable.class));
		}
	}

	/** Adds the ids in this document of everything that could be hidden. */
	static void collect(@Nullable Object value, Set<String> ids) {
		switch (value) {
			case UUID id -> ids.add(id.toString());
			case List<?> list -> list.forEach(each -> collect(each, ids));
			case Record open when HIDDEN_FROM_NOBODY.contains(open.getClass()) -> {
				// names nothing that could be hidden
			}
			case Record part when Shape.OF.get(part.getClass()).isId() -> ids.add(part.toString());
			case Record part -> Shape.OF.get(part.getClass()).parts().forEach(each -> collect(valueOf(each, part), ids));
			case null, default -> {
				// is no id
			}
		}
	}

	/** @param hidden ids of what is not shown */
	@SuppressWarnings("unchecked")
	static <D> D without(D document, Set<String> hidden) {
		return hidden.isEmpty() || !(document instanceof Record record) ? document : (D) shown(record, hidden, true);
	}

	private static @Nullable Object shown(@Nullable Object value, Set<String> hidden) {
		return switch (value) {
			case UUID id -> hidden.contains(id.toString()) ? GONE : id;
			case List<?> list -> shown(list, hidden);
			case Record open when HIDDEN_FROM_NOBODY.contains(open.getClass()) -> open;
			case Record part when Shape.OF.get(part.getClass()).isId() -> hidden.contains(part.toString()) ? GONE : part;
			case Record part -> shown(part, hidden, false);
			case null, default -> value;
		};
	}

	@SuppressWarnings("ReferenceEquality") // what stays as it is stays the same object
	private static List<?> shown(List<?> list, Set<String> hidden) {
		List<@Nullable Object> shown = new ArrayList<>();
		boolean same = true;
		for (Object each : list) {
			Object kept = shown(each, hidden);
			same &= kept == each;
			if (kept != GONE) {
				shown.add(kept);
			}
		}
		return same ? list : shown;
	}

	/** @param whole whether it is a document, and no part of one */
	@SuppressWarnings("ReferenceEquality") // what stays as it is stays the same object
	private static Object shown(Record record, Set<String> hidden, boolean whole) {
		Shape shape = Shape.OF.get(record.getClass());
		@Nullable Object[] values = new Object[shape.parts().size()];
		boolean same = true;
		for (int i = 0; i < values.length; i++) {
			Part part = shape.parts().get(i);
			Object value = valueOf(part, record);
			Object kept = shown(value, hidden);
			if (kept == GONE && !part.canBeAbsent() && !whole) {
				return GONE;
			}
			values[i] = kept != GONE ? kept : part.canBeAbsent() ? null : value;
			same &= values[i] == value;
		}
		return same ? record : made(shape, values);
	}

	private static Object made(Shape shape, @Nullable Object[] values) {
		try {
			return shape.constructor().newInstance(values);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static @Nullable Object valueOf(Part part, Record record) {
		try {
			return part.accessor().invoke(record);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}
