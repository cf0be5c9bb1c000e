package nl.ontwikkelagenda.app.form;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.pages.Reading;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.stereotype.Component;

/** What other partnerships have that the reader may see, to choose from in a form. */
@Component
public class Elsewhere {

	private static final int MOST = 200;

	private final Readers readers;

	Elsewhere(Readers readers) {
		this.readers = readers;
	}

	/** All of one kind but those here, by partnership. */
	public <D> List<Group> than(PartnershipId here, ReadModel<D, ?> view, Function<D, PartnershipId> partnership, Function<D, Choice> choice, Reading reading) {
		Set<PartnershipId> others = new HashSet<>(readers.partnerships(view));
		others.remove(here);
		Map<PartnershipId, List<Choice>> found = reading.items(view, List.of(), null, List.of("title"), 1, MOST, others).stream().map(Stored::document)
				.collect(Collectors.groupingBy(partnership, Collectors.mapping(choice, Collectors.toList())));
		return reading.byId(ReadModels.PARTNERSHIPS, found.keySet()).values().stream()
				.map(other -> new Group(other.name(), found.getOrDefault(other.partnershipId(), List.of()))).toList();
	}
}
