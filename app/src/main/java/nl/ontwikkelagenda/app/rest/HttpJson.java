package nl.ontwikkelagenda.app.rest;

import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Validator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/** JSON as it goes over HTTP: strict in what it reads, UTC and without empty fields in what it writes. Events and views have a mapper of their own. */
final class HttpJson extends JacksonJsonHttpMessageConverter {

	private static final int DEEPEST = 12;
	private static final int MOST_TOKENS = 50_000;
	private static final int LONGEST_NUMBER = 30;
	private static final int LONGEST_NAME = 200;
	private static final Pattern DUPLICATE = Pattern.compile("Duplicate Object property \"([^\"]{1,60})\"");

	static final JsonMapper MAPPER = JsonMapper
			.builder(JsonFactory.builder()
					.streamReadConstraints(
							StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxTokenCount(MOST_TOKENS).maxNumberLength(LONGEST_NUMBER).maxNameLength(LONGEST_NAME).build())
					.build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
			.build();

	private final Validator validator;

	HttpJson(Validator validator) {
		super(MAPPER);
		this.validator = validator;
		// The last is how the actuator answers.
		setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON, new MediaType("application", "*+json")));
	}

	@Override
	public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
		Charset charset = mediaType == null ? null : mediaType.getCharset();
		return mediaType != null && MediaType.APPLICATION_JSON.equalsTypeAndSubtype(mediaType) && (charset == null || charset.equals(StandardCharsets.UTF_8));
	}

	@Override
	public Object read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints) throws IOException {
		Type wanted = type.getType();
		return InputBinder.bind(tree(message.getBody().readAllBytes()), wanted, validator);
	}

	private static JsonNode tree(byte[] body) {
		try {
			return MAPPER.readTree(body);
		} catch (StreamConstraintsException e) {
			throw new InvalidInput("body", "De JSON is te diep genest of te groot.");
		} catch (JacksonException e) {
			Matcher duplicate = DUPLICATE.matcher(String.valueOf(e.getOriginalMessage()));
			if (duplicate.find()) {
				throw new InvalidInput(duplicate.group(1), "Dit veld staat er twee keer.");
			}
			var where = e.getLocation();
			throw new InvalidInput("body",
					where == null ? "Dit is geen geldige JSON." : "Dit is geen geldige JSON bij regel " + where.getLineNr() + ", kolom " + where.getColumnNr() + ".");
		}
	}
}
