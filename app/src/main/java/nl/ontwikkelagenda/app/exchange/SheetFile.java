package nl.ontwikkelagenda.app.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;

/**
 * A list that is ready to be sent as a file.
 *
 * @param <D>  the document of the view that is listed
 * @param name without ending
 */
public record SheetFile<D>(String name, Rows<?> content) {

	/** @param rows read while they are written, so that the list may be long; closed afterwards */
	public record Rows<R>(Sheet<R> sheet, Stream<R> rows) {

		void write(FileFormat format, OutputStream out) throws IOException {
			try (rows) {
				format.write(sheet, rows.iterator(), out);
			}
		}
	}

	public static <D, R> SheetFile<D> of(Sheet<R> sheet, Stream<R> rows) {
		return new SheetFile<>(sheet.name(), new Rows<>(sheet, rows));
	}

	/** Writes all of it; the stream stays open. */
	public void write(FileFormat format, OutputStream out) throws IOException {
		content.write(format, out);
	}
}
