package nl.ontwikkelagenda.app.paper;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.housestyle.HouseStyles;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.app.person.People;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.Stored;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Begins and finishes papers about what the caller may see, as it was at the moment that he asks about. */
@Component
class Papers {

	private static final int LONG = 8;

	private final Documents documents;
	private final Readers readers;
	private final People people;
	private final Moments moments;
	private final HouseStyles styles;
	private final Dutch dutch;

	Papers(Documents documents, Readers readers, People people, Moments moments, HouseStyles styles, Dutch dutch) {
		this.documents = documents;
		this.readers = readers;
		this.people = people;
		this.moments = moments;
		this.styles = styles;
		this.dutch = dutch;
	}

	/** @throws NotFound when it was not there then, or the caller may not see it */
	<D> D seen(ReadModel<D, ?> view, Object id) {
		readers.check(view, id.toString());
		return documents.find(view, id.toString(), moments.asOf()).map(Stored::document).orElseThrow(NotFound::new);
	}

	Writing begin(PartnershipId partnership) {
		return new Writing(documents, people, dutch, partnership, moments.asOf());
	}

	ResponseEntity<PaperFile> finish(Writing writing, String name, String title, @Nullable String subtitle, @Nullable String mark) {
		writing.fact("Zoals bekend op", writing.day(moments.day()));
		boolean contents = writing.blocks().stream().filter(Block.Heading.class::isInstance).count() > LONG;
		Paper paper = new Paper(writing.words(title), subtitle, mark, writing.facts(), styles.of(writing.partnership()), contents, writing.blocks(), List.of());
		return ResponseEntity.ok().headers(moments.contentLocation()).body(new PaperFile(name, paper));
	}

	/** The Dutch day that is asked about. */
	LocalDate day() {
		return moments.day();
	}
}
