package nl.ontwikkelagenda.app.reference;

import java.util.Optional;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.advice.Source;
import nl.ontwikkelagenda.agenda.advice.Sources;
import nl.ontwikkelagenda.agenda.table.TableId;
import nl.ontwikkelagenda.reporting.advice.SourceText;
import nl.ontwikkelagenda.reporting.advice.SourceTexts;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;

import org.springframework.stereotype.Component;

/** Answers from the views of tables, meetings and outcomes. */
@Component
class KnownSources implements Sources {

	private final SourceTexts texts;

	KnownSources(SourceTexts texts) {
		this.texts = texts;
	}

	@Override
	public Optional<Source> find(TableId table, Source.Kind kind, UUID id) {
		return texts.latest(table, kind, id, AsOf.NOW).map(SourceText::source);
	}
}
