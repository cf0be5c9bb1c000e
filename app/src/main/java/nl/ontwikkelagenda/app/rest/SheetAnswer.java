package nl.ontwikkelagenda.app.rest;

import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.SheetFile;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A list as a page gives it to take along. */
public final class SheetAnswer {

	private SheetAnswer() {
	}

	/** @throws InvalidInput when there is no format with this ending */
	public static <D> ResponseEntity<SheetFile<D>> as(String format, SheetFile<D> file) {
		FileFormat chosen = FileFormat.withEnding(format).orElseThrow(() -> new InvalidInput("format", "Kies csv of xlsx."));
		return ResponseEntity.ok().contentType(MediaType.valueOf(chosen.mediaType())).body(file);
	}
}
