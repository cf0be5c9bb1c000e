package nl.ontwikkelagenda.app.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lists that are ready to be sent as a file, mostly one; in a workbook each on a sheet of its own, in a text one after the other.
 *
 * @param <D>  the document of the view that is listed, or what else it is about
 * @param name without ending
 */
@SuppressWarnings("UnusedTypeParameter") // what endpoints answer is read from their declarations
public record SheetFile<D>(String name, List<Rows<?>> sheets) {

	/** @param rows read while they are written, so that the list may be long; closed afterwards */
	public record Rows<R>(Sheet<R> sheet, Stream<R> rows) {
	}

	public static <D, R> SheetFile<D> of(Sheet<R> sheet, Stream<R> rows) {
		return new SheetFile<>(sheet.name(), List.of(new Rows<>(sheet, rows)));
	}

	/** As a file under another name, which is without ending; it can be written once. */
	public StreamedFile as(String otherName, FileFormat format) {
		return new StreamedFile(otherName + "." + format.ending(), format.mediaType(), out -> write(format, out));
	}

	/** Writes all of it; the stream stays open. */
	public void write(FileFormat format, OutputStream out) throws IOException {
		format.write(sheets, out);
	}
}
