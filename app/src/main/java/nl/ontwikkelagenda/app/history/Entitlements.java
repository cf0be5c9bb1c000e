package nl.ontwikkelagenda.app.history;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.HoldersView;
import nl.ontwikkelagenda.agenda.partnership.HoldersView.Holder;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView;
import nl.ontwikkelagenda.agenda.partnership.PartnershipView.Region;
import nl.ontwikkelagenda.app.history.Entitled.RegionReader;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Scope;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** Who might do what in a partnership, as it was known at any place in the log: with a right there, or as a member of a region that takes part. */
@Component
class Entitlements {

	private final Documents documents;

	Entitlements(Documents documents) {
		this.documents = documents;
	}

	/** What was known at one place in the log. */
	record Known(List<Holder> holders, List<Membership> regions) {

		Entitled on(LocalDate day) {
			List<RegionReader> readers = regions.stream().filter(region -> region.takesPart().on(day)).flatMap(region -> region.readers(day)).distinct().toList();
			return new Entitled(day, holders.stream().filter(holder -> holder.on(day)).toList(), readers);
		}
	}

	/** A region, for as long as it took part, with who held rights in it. */
	record Membership(Region takesPart, String name, List<Holder> holders) {

		private Stream<RegionReader> readers(LocalDate day) {
			return holders.stream().filter(holder -> holder.on(day)).map(holder -> new RegionReader(holder.personId(), takesPart.regionId(), name));
		}
	}

	Known at(PartnershipId partnership, long position) {
		AsOf then = new AsOf(position);
		List<Membership> regions = regions(partnership, then).stream().map(region -> new Membership(region, name(region.regionId(), then), holders(region.regionId(), then)))
				.toList();
		return new Known(holders(partnership, then), regions);
	}

	/** As {@link #at}, for many places: it asks once for all those between two changes of rights. */
	LongFunction<Known> upTo(PartnershipId partnership, long last) {
		Set<PartnershipId> all = Stream.concat(Stream.of(partnership), regions(partnership, new AsOf(last)).stream().map(Region::regionId)).collect(Collectors.toSet());
		NavigableSet<Long> changed = new TreeSet<>(documents.positions(Map.of(ReadModels.HOLDERS, new Scope(all, List.of(), null), ReadModels.PARTNERSHIPS,
				new Scope(all, List.of(), null)), last));
		Map<Long, Known> known = new HashMap<>();
		return position -> {
			Long since = changed.floor(position);
			return known.computeIfAbsent(since == null ? 0 : since, from -> at(partnership, from));
		};
	}

	private List<Region> regions(PartnershipId partnership, AsOf then) {
		return documents.find(ReadModels.PARTNERSHIPS, partnership.toString(), then).map(Stored::document).map(PartnershipView::regions).orElse(List.of());
	}

	private String name(PartnershipId region, AsOf then) {
		return documents.find(ReadModels.PARTNERSHIPS, region.toString(), then).map(Stored::document).map(PartnershipView::name).orElse("");
	}

	private List<Holder> holders(PartnershipId partnership, AsOf then) {
		return documents.find(ReadModels.HOLDERS, partnership.toString(), then).map(Stored::document).map(HoldersView::holders).orElse(List.of());
	}
}
