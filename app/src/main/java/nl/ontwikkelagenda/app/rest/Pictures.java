package nl.ontwikkelagenda.app.rest;

import java.nio.charset.StandardCharsets;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends pictures. */
public final class Pictures {

	public static final String SVG = "image/svg+xml";

	private Pictures() {
	}

	/** A picture that was made of text, so that it needs no converter. */
	public static ResponseEntity<byte[]> answer(String svg, HttpHeaders headers) {
		headers.setContentType(MediaType.valueOf(SVG));
		return ResponseEntity.ok().headers(headers).body(svg.getBytes(StandardCharsets.UTF_8));
	}
}
