package nl.ontwikkelagenda.app.attachment;

import org.springframework.stereotype.Component;

/** The one way in for files. */
@Component
public class Uploads {

	private final VirusScanner scanner;

	Uploads(VirusScanner scanner) {
		this.scanner = scanner;
	}

	/**
	 * A file that may be kept.
	 *
	 * @param disposition the header Content-Disposition, with the file's name
	 * @throws nl.ontwikkelagenda.app.rest.InvalidInput      when there is no usable name, the content is not of one of the allowed types, or a virus was found in it
	 * @throws nl.ontwikkelagenda.app.exchange.ScannerAway when it has to be looked at, and that is not possible now
	 */
	public Upload take(String disposition, byte[] content) {
		return looked(Upload.of(disposition, content), content);
	}

	/**
	 * A file that may be kept, chosen in a form. Errors as {@link #take(String, byte[])}.
	 *
	 * @param name as the file was called where it came from
	 */
	public Upload take(String field, String name, byte[] content) {
		return looked(Upload.named(field, name, content), content);
	}

	private Upload looked(Upload upload, byte[] content) {
		scanner.check(content);
		return upload;
	}
}
