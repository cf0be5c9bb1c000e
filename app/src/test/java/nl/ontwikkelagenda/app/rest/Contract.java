package nl.ontwikkelagenda.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.ValidationConfiguration;

import org.jspecify.annotations.Nullable;

/** Holds what goes over HTTP against the application's own OpenAPI document: every answer, and every request that was accepted. */
final class Contract {

	private final OpenApiInteractionValidator validator;

	/** @param document the OpenAPI document as JSON */
	Contract(String document) {
		// Who may do what and which addresses there are is tested elsewhere, with requests that are wrong on purpose.
		validator = OpenApiInteractionValidator.createForInlineApiSpecification(document)
				.withLevelResolver(LevelResolver.create().withLevel("validation.request.security.missing", ValidationReport.Level.IGNORE)
						.withLevel("validation.request.path.missing", ValidationReport.Level.IGNORE)
						.withLevel("validation.request.operation.notAllowed", ValidationReport.Level.IGNORE)
						.withLevel("validation.request.contentType.notAllowed", ValidationReport.Level.IGNORE).build())
				// more than there are schemas, which it would else make again and again
				.withSchemaValidationConfiguration(new ValidationConfiguration().setMaxCacheSize(100_000))
				// each schema looks up what it refers to when it is asked; to copy all of it into each takes seconds
				.withResolveRefs(false).build();
	}

	void check(String method, String path, @Nullable String body, HttpResponse<String> answer) {
		String plain = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
		SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.statusCode()).withBody(answer.body());
		answer.headers().map().forEach((name, values) -> response.withHeader(name, values));
		ValidationReport answered = validator.validateResponse(plain, Request.Method.valueOf(method), response.build());
		assertThat(answered.getMessages()).as("answer %s to %s %s: %s", answer.statusCode(), method, path, answer.body()).filteredOn(this::counts).isEmpty();
		if (answer.statusCode() < 300) {
			SimpleRequest.Builder request = new SimpleRequest.Builder(method, plain);
			answer.request().headers().map().forEach((name, values) -> request.withHeader(name, values));
			for (String pair : path.contains("?") ? path.substring(path.indexOf('?') + 1).split("&") : new String[0]) {
				String[] parts = pair.split("=", 2);
				request.withQueryParam(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
			}
			ValidationReport asked = validator.validateRequest((body == null ? request : request.withBody(body)).build());
			assertThat(asked.getMessages()).as("accepted request %s %s: %s", method, path, body).filteredOn(this::counts).isEmpty();
		}
	}

	private boolean counts(ValidationReport.Message message) {
		return !List.of(ValidationReport.Level.IGNORE, ValidationReport.Level.INFO).contains(message.getLevel());
	}
}
