package nl.ontwikkelagenda.reporting.paper;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The kinds of files that a paper can become. */
public enum PaperFormat {

	/** PDF/A-3a and PDF/UA-1 in one: to keep, and for everybody to read. */
	PDF(PaperFormat.PORTABLE) {
		@Override
		public byte[] make(Paper paper) {
			return PaperPdf.of(paper);
		}
	},

	/** To go on with in Word or LibreOffice. */
	DOCX(PaperFormat.DOCUMENT) {
		@Override
		public byte[] make(Paper paper) {
			return PaperDocx.of(paper);
		}
	},

	/** One page that needs nothing beside it. */
	HTML(PaperFormat.PAGE) {
		@Override
		public byte[] make(Paper paper) {
			return PaperHtml.page(paper);
		}
	};

	public static final String PORTABLE = "application/pdf";
	public static final String DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
	public static final String PAGE = "text/html";

	private final String mediaType;

	PaperFormat(String mediaType) {
		this.mediaType = mediaType;
	}

	public String mediaType() {
		return mediaType;
	}

	/** As names of files end, and as it is asked for in an address: {@code docx}. */
	public String ending() {
		return name().toLowerCase(Locale.ROOT);
	}

	public static Optional<PaperFormat> withEnding(@Nullable String ending) {
		return Arrays.stream(values()).filter(format -> format.ending().equals(ending)).findFirst();
	}

	/** @param type without parameters, such as a charset */
	public static Optional<PaperFormat> ofMediaType(String type) {
		return Arrays.stream(values()).filter(format -> format.mediaType.equalsIgnoreCase(type)).findFirst();
	}

	/** All of it, in memory. */
	public abstract byte[] make(Paper paper);
}
