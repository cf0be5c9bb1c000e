package nl.ontwikkelagenda.app.rest;

import java.io.IOException;

import nl.ontwikkelagenda.app.exchange.StreamedFile;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;

/** Sends files that are made while they are sent. */
final class StreamedFileConverter extends AbstractHttpMessageConverter<StreamedFile> {

	StreamedFileConverter() {
		super(MediaType.valueOf(StreamedFile.ZIP));
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type == StreamedFile.class;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected StreamedFile readInternal(Class<? extends StreamedFile> type, HttpInputMessage message) {
		throw new UnsupportedOperationException("Files come in as bytes");
	}

	@Override
	protected void writeInternal(StreamedFile file, HttpOutputMessage message) throws IOException {
		message.getHeaders().setContentType(MediaType.valueOf(file.mediaType()));
		message.getHeaders().setContentDisposition(ContentDisposition.attachment().filename(file.name()).build());
		file.content().writeTo(message.getBody());
	}
}
