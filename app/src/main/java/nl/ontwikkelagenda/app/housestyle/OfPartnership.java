package nl.ontwikkelagenda.app.housestyle;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipView;

/** What a page is about, where that belongs to one partnership: the page then looks as that partnership chose, and explains its words. */
public interface OfPartnership {

	PartnershipView partnership();

	/** The partnership that a page is about. */
	static Optional<PartnershipView> in(Map<String, Object> model) {
		return model.values().stream().flatMap(value -> switch (value) {
			case PartnershipView partnership -> Stream.of(partnership);
			case OfPartnership about -> Stream.of(about.partnership());
			case null, default -> Stream.empty();
		}).findFirst();
	}
}
