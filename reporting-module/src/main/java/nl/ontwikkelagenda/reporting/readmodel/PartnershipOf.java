package nl.ontwikkelagenda.reporting.readmodel;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.UUID;
import java.util.function.Function;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

import org.jspecify.annotations.Nullable;

/** Reads the field {@code partnershipId} of a document; null for a view without it. */
@FunctionalInterface
interface PartnershipOf<D> extends Function<D, @Nullable UUID> {

	static <D> PartnershipOf<D> of(Class<D> document) {
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

	private static <D> PartnershipOf<D> reading(RecordComponent component) {
		try {
			MethodHandle read = MethodHandles.privateLookupIn(component.getDeclaringRecord(), MethodHandles.lookup()).unreflect(component.getAccessor());
			return d -> {
				try {
					PartnershipId id = (PartnershipId) read.invoke(d);
					return id == null ? null : id.value();
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
