package nl.ontwikkelagenda.app.rest;

import java.io.IOException;
import java.util.Arrays;

import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.SheetFile;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Sends lists as files, under a name that says what is in them. */
final class SheetConverter extends AbstractHttpMessageConverter<SheetFile<?>> {

	SheetConverter() {
		super(Arrays.stream(FileFormat.values()).map(format -> MediaType.valueOf(format.mediaType())).toArray(MediaType[]::new));
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type == SheetFile.class;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected SheetFile<?> readInternal(Class<? extends SheetFile<?>> type, HttpInputMessage message) {
		throw new UnsupportedOperationException("Files come in as bytes");
	}

	@Override
	protected void writeInternal(SheetFile<?> file, HttpOutputMessage message) throws IOException {
		MediaType type = message.getHeaders().getContentType();
		FileFormat format = FileFormat.ofMediaType(type == null ? "" : type.getType() + "/" + type.getSubtype()).orElse(FileFormat.CSV);
		message.getHeaders().setContentDisposition(ContentDisposition.attachment().filename(file.name() + "." + format.ending()).build());
		file.write(format, message.getBody());
	}
}
