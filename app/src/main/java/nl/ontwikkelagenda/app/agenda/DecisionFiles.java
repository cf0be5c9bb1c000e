package nl.ontwikkelagenda.app.agenda;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.PartnershipFiles;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.app.rest.Moments;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** The decision list of a whole partnership, to calculate with. */
@Component
class DecisionFiles implements PartnershipFiles {

	private final Answers answers;
	private final DecisionLines lines;
	private final Moments moments;

	DecisionFiles(Answers answers, DecisionLines lines, Moments moments) {
		this.answers = answers;
		this.lines = lines;
		this.moments = moments;
	}

	@Override
	public Stream<StreamedFile> of(PartnershipId partnership) {
		return Stream.of(lines.file(answers.everything(ReadModels.DECISIONS, Map.of("partnershipId", partnership), List.of()), moments.asOf()).as("besluitenlijst",
				FileFormat.XLSX));
	}
}
