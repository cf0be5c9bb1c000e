package nl.ontwikkelagenda.app.monitor;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.PartnershipFiles;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.app.exchange.StreamedFile;
import nl.ontwikkelagenda.app.rest.Answers;
import nl.ontwikkelagenda.reporting.monitor.IndicatorView;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.springframework.stereotype.Component;

/** The measurements of each indicator of a partnership. */
@Component
class MeasurementFiles implements PartnershipFiles {

	private final Answers answers;

	MeasurementFiles(Answers answers) {
		this.answers = answers;
	}

	@Override
	public Stream<StreamedFile> of(PartnershipId partnership) {
		return answers.everything(ReadModels.INDICATORS, Map.of("partnershipId", partnership), List.of()).flatMap(List::stream).map(this::measured);
	}

	private StreamedFile measured(IndicatorView indicator) {
		return SheetFile.of(MeasurementFile.SHEET, answers.everything(ReadModels.MEASUREMENTS, Map.of("indicatorId", indicator.indicatorId()), List.of()).flatMap(List::stream))
				.as("metingen/" + PartnershipFiles.name(indicator.name(), indicator.indicatorId().value()), FileFormat.XLSX);
	}
}
