package nl.ontwikkelagenda.agenda.body;

import nl.ontwikkelagenda.agenda.body.BodyEvent.BodyEstablished;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/** A body as its page shows it. */
public record BodyView(BodyId bodyId, PartnershipId partnershipId, BodyKind kind, String name, Access access) {

	public static BodyView on(@Nullable BodyView current, BodyEvent event, Recorded when) {
		return switch (event) {
			case BodyEstablished e -> new BodyView(e.bodyId(), e.partnershipId(), e.kind(), e.name().text(), e.access());
		};
	}
}
