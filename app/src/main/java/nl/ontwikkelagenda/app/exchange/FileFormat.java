package nl.ontwikkelagenda.app.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The kinds of files in which lists go out and come in. */
public enum FileFormat {

	CSV(FileFormat.TEXT_CSV) {
		@Override
		void write(List<SheetFile.Rows<?>> sheets, OutputStream out) throws IOException {
			CsvFiles.write(sheets, out);
		}

		@Override
		List<List<String>> read(byte[] content, int most) {
			return CsvFiles.read(content, most);
		}
	},

	XLSX(FileFormat.SPREADSHEET) {
		@Override
		void write(List<SheetFile.Rows<?>> sheets, OutputStream out) throws IOException {
			Workbooks.write(sheets, out);
		}

		@Override
		List<List<String>> read(byte[] content, int most) {
			return Workbooks.read(content, most);
		}
	};

	public static final String TEXT_CSV = "text/csv";
	public static final String SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private final String mediaType;

	FileFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	public String mediaType() {
		return mediaType;
	}

	/** As names of files end, and as it is asked for in an address: {@code csv}. */
	public String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<FileFormat> withEnding(@Nullable String ending) {
		return Arrays.stream(values()).filter(format -> format.ending().equals(ending)).findFirst();
	}

	/** What a file is by how it begins: spreadsheets are ZIP files. */
	public static FileFormat of(byte[] content) {
		return content.length > 1 && content[0] == 'P' && content[1] == 'K' ? XLSX : CSV;
	}

	/** @param type without parameters, such as a charset */
	public static Optional<FileFormat> ofMediaType(String type) {
		return Arrays.stream(values()).filter(format -> format.mediaType.equalsIgnoreCase(type)).findFirst();
	}

	abstract void write(List<SheetFile.Rows<?>> sheets, OutputStream out) throws IOException;

	/**
	 * The cells of all rows from the first on, as texts; dates as 24-9-2018, what is empty as an empty text.
	 *
	 * @throws UnreadableFile when it is not a file of this kind, or holds more rows than {@code most}
	 */
	abstract List<List<String>> read(byte[] content, int most);
}
