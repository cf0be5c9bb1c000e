package nl.ontwikkelagenda.reporting.readmodel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/** Reads the field {@code partnershipId} of documents. */
final class PartnershipOf {

	/** By the class of the document, as finding the field costs more than reading it. */
	private static final ClassValue<Function<Object, @Nullable PartnershipId>> FIELDS = new ClassValue<>() {

		@Override
		protected Function<Object, @Nullable PartnershipId> computeValue(Class<?> document) {
			return field(document);
		}
	};

	private PartnershipOf() {
	}

	/** Null when it says none, or has no such field. */
	static @Nullable PartnershipId document(Object document) {
		return FIELDS.get(document.getClass()).apply(document);
	}

	private static Function<Object, @Nullable PartnershipId> field(Class<?> document) {
		RecordComponent[] components = document.getRecordComponents();
		if (components != null) {
			for (RecordComponent component : components) {
				if (component.getName().equals("partnershipId") && component.getType() == PartnershipId.class) {
					return reading(component);
				}
			}
		}
		return d -> null;
	}

	private static Function<Object, @Nullable PartnershipId> reading(RecordComponent component) {
		try {
			MethodHandle read = MethodHandles.privateLookupIn(component.getDeclaringRecord(), MethodHandles.lookup()).unreflect(component.getAccessor());
			return d -> {
				try {
					return (PartnershipId) read.invoke(d);
				} catch (RuntimeException | Error e) {
					throw e;
				} catch (Throwable e) {
					throw new IllegalStateException(e);
				}
			};
		} catch (IllegalAccessException e) {
			throw new IllegalStateException("The field partnershipId of " + component.getDeclaringRecord().getName() + " cannot be read", e);
		}
	}
}
