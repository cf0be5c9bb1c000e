package nl.ontwikkelagenda.app.rest;

import java.io.IOException;
import java.util.Arrays;

import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.exchange.PaperPress;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Sends papers as files; the page is shown and has its looks in it, which its own content policy allows and nothing else. */
final class PaperConverter extends AbstractHttpMessageConverter<PaperFile> {

	private static final String ONLY_ITSELF = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

	private final PaperPress press;

	PaperConverter(PaperPress press) {
		super(Arrays.stream(PaperFormat.values()).map(format -> MediaType.valueOf(format.mediaType())).toArray(MediaType[]::new));
		this.press = press;
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type == PaperFile.class;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected PaperFile readInternal(Class<? extends PaperFile> type, HttpInputMessage message) {
		throw new UnsupportedOperationException("Files come in as bytes");
	}

	@Override
	protected void writeInternal(PaperFile file, HttpOutputMessage message) throws IOException {
		HttpHeaders headers = message.getHeaders();
		MediaType type = headers.getContentType();
		PaperFormat format = PaperFormat.ofMediaType(type == null ? "" : type.getType() + "/" + type.getSubtype()).orElse(PaperFormat.PDF);
		byte[] made = press.make(file.paper(), format);
		headers.setCacheControl(CacheControl.noStore());
		if (format == PaperFormat.HTML) {
			headers.set("Content-Security-Policy", ONLY_ITSELF);
		} else {
			headers.setContentDisposition(ContentDisposition.attachment().filename(file.name() + "." + format.ending()).build());
		}
		message.getBody().write(made);
	}
}
