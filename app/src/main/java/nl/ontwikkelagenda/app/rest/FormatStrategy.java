package nl.ontwikkelagenda.app.rest;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.springframework.http.MediaType;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code ?format=csv} in an address stands for the header Accept, for those who follow a link. What else it can hold is told by {@link Question}. */
final class FormatStrategy implements ContentNegotiationStrategy {

	static final String PARAMETER = "format";
	static final String JSON = "json";

	@Override
	public List<MediaType> resolveMediaTypes(NativeWebRequest request) {
		HttpServletRequest asked = request.getNativeRequest(HttpServletRequest.class);
		String query = asked == null || !asked.getMethod().equals("GET") ? null : asked.getQueryString();
		String format = query == null ? null : UriComponentsBuilder.newInstance().query(query).build().getQueryParams().getFirst(PARAMETER);
		if (JSON.equals(format)) {
			return List.of(MediaType.APPLICATION_JSON);
		}
		Optional<String> type = FileFormat.withEnding(format).map(FileFormat::mediaType).or(() -> PaperFormat.withEnding(format).map(PaperFormat::mediaType));
		return type.map(known -> List.of(MediaType.valueOf(known))).orElse(MEDIA_TYPE_ALL_LIST);
	}
}
