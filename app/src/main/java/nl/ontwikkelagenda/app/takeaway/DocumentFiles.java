package nl.ontwikkelagenda.app.takeaway;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.exchange.PartnershipFiles;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.app.rest.JsonText;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ListQuery;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** For programs: everything of a partnership that the caller may read, one document a line, as the API has them. Persons stand in it by their ids. */
@Component
class DocumentFiles implements PartnershipFiles {

	private static final int PART = 1_000;

	private final Documents documents;
	private final Readers readers;
	private final Moments moments;

	DocumentFiles(Documents documents, Readers readers, Moments moments) {
		this.documents = documents;
		this.readers = readers;
		this.moments = moments;
	}

	@Override
	public Stream<StreamedFile> of(PartnershipId partnership) {
		AsOf asOf = moments.asOf();
		return ReadModels.ALL.stream().filter(view -> readers.partnerships(view).contains(partnership)).map(view -> file(view, partnership, asOf));
	}

	private <D> StreamedFile file(ReadModel<D, ?> view, PartnershipId partnership, AsOf asOf) {
		return new StreamedFile("gegevens/" + view.name() + ".ndjson", MediaType.APPLICATION_NDJSON_VALUE, out -> {
			for (int number = 1;; number++) {
				List<Stored<D>> page = documents.items(view, new ListQuery(Map.of(), List.of(), null, List.of(), number, PART, Set.of(partnership)), asOf);
				for (Stored<D> stored : page) {
					out.write(JsonText.of(stored.document()));
					out.write('\n');
				}
				if (page.size() < PART) {
					return;
				}
			}
		});
	}
}
