package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipEvent;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Organisation;
import nl.ontwikkelagenda.agenda.partnership.RightsView;

/** Every view there is. Raise the version of one whose fold or document changes. */
public final class ReadModels {

	public static final ReadModel<PartnershipView, PartnershipEvent> PARTNERSHIPS = new ReadModel<>("partnerships", 1, PartnershipView.class, PartnershipEvent.class,
			event -> event.partnershipId().toString(), PartnershipView::on, List.of("kind", "name", "schoolRegion", "foundedOn"),
			view -> Stream.concat(Stream.of(view.name()), view.organisations().stream().map(Organisation::name)).collect(Collectors.joining(" ")));

	/** By person. */
	public static final ReadModel<RightsView, PartnershipEvent> RIGHTS = new ReadModel<>("rights", 1, RightsView.class, PartnershipEvent.class, RightsView::key, RightsView::on,
			List.of("personId"), view -> "");

	public static final List<ReadModel<?, ?>> ALL = List.of(PARTNERSHIPS, RIGHTS);

	private ReadModels() {
	}
}
