package nl.ontwikkelagenda.app.exchange;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A file that is made while it is sent.
 *
 * @param name with its ending
 */
public record StreamedFile(String name, String mediaType, Content content) {

	public static final String ZIP = "application/zip";

	/** Writes what is in the file. */
	@FunctionalInterface
	public interface Content {

		void writeTo(OutputStream out) throws IOException;
	}
}
