package nl.ontwikkelagenda.agenda.meeting;

import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.FreeText;

import org.jspecify.annotations.Nullable;

/** An {@link Owner} as pages show it; the name of a person is looked up in the register when shown. */
public record OwnerView(Owner.Kind kind, @Nullable UUID id, @Nullable String name) {

	public static OwnerView of(Owner owner) {
		return new OwnerView(owner.kind(), owner.id(), FreeText.wordsOf(owner.name()));
	}
}
