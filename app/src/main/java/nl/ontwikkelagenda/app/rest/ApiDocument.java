package nl.ontwikkelagenda.app.rest;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.ExternalDocumentation;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;

import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.SpringDocCustomizers;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.SpringDocProviders;
import org.springdoc.core.service.AbstractRequestService;
import org.springdoc.core.service.GenericResponseService;
import org.springdoc.core.service.OpenAPIService;
import org.springdoc.core.service.OperationService;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;

/** Makes the OpenAPI document say what every endpoint does alike, so that controllers need not. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

	private static final String JSON = "application/json";
	/** What is not answered or taken as JSON. */
	private static final Set<String> OTHER_FORMS = Set.of("application/octet-stream", "application/zip", "text/calendar", "text/plain", "text/event-stream", "application/atom+xml",
			Pictures.SVG,
			FileFormat.TEXT_CSV, FileFormat.SPREADSHEET, PaperFormat.PORTABLE, PaperFormat.DOCUMENT, PaperFormat.PAGE);
	/** Marks an operation of which the answer can be had as a file, until its answers are described. */
	private static final String AS_FILE = "x-as-file";
	/** The same for a picture. */
	private static final String AS_PICTURE = "x-as-picture";
	private static final String PROBLEM_JSON = "application/problem+json";
	private static final String SCHEMAS = "#/components/schemas/";

	@Bean
	OpenAPI description() {
		return new OpenAPI().info(new Info().title("Ontwikkelagenda").version(Api.VERSION)
				.description("The working memory of a regional partnership between schools, municipalities and youth care. Titles and details of problems are in Dutch.")
				.contact(new Contact().name("Beheer Ontwikkelagenda").email("beheer@ontwikkelagenda.example").url("https://ontwikkelagenda.example"))
				.license(new License().name("EUPL-1.2").url("https://eupl.eu/1.2/nl")))
				.externalDocs(new ExternalDocumentation().description("What each version changed").url(Api.CHANGELOG));
	}

	/** As springdoc's own, which would write the whole document again for whoever asks. */
	@Bean
	@ConditionalOnWebApplication
	OpenApiWebMvcResource document(ObjectFactory<OpenAPIService> builder, AbstractRequestService requests, GenericResponseService responses, OperationService operations,
			SpringDocConfigProperties settings, SpringDocProviders providers, SpringDocCustomizers customizers) {
		return new OpenApiWebMvcResource(builder, requests, responses, operations, settings, providers, customizers) {

			private volatile byte @Nullable [] written;

			@Override
			protected byte[] writeJsonValue(OpenAPI document) throws JsonProcessingException {
				byte[] known = written;
				if (known == null) {
					known = super.writeJsonValue(document);
					written = known;
				}
				return known;
			}
		};
	}

	@Bean
	OperationCustomizer everyOperation() {
		return (operation, method) -> {
			operation.setOperationId(operationId(method));
			operation.setTags(List.of(tag(method)));
			MayRead declared = QuestionInterceptor.mayRead(method);
			if (declared != null && declared.withoutLogin()) {
				operation.setSecurity(List.of());
			}
			return operation;
		};
	}

	@Bean
	OperationCustomizer listsAndMoments() {
		return (operation, method) -> {
			if (method.hasMethodAnnotation(GetMapping.class)) {
				if (QuestionInterceptor.nowOnly(method) == null) {
					operation.addParametersItem(query(Question.AS_OF, "string", "As it was recorded at this moment: a date (its end in Amsterdam) or an instant with offset."));
				}
				QuestionInterceptor.listed(method).ifPresent(view -> addListParameters(operation, view));
				List<String> formats = QuestionInterceptor.formats(method);
				if (!formats.isEmpty()) {
					operation.addParametersItem(query(FormatStrategy.PARAMETER, "string", "All of it as a file, as by the header Accept: " + String.join(", ", formats) + "."));
					operation.addExtension(AS_FILE, formats);
				}
				if (QuestionInterceptor.hasPicture(method)) {
					operation.addExtension(AS_PICTURE, true);
				}
			}
			return operation;
		};
	}

	@Bean
	OpenApiCustomizer everything() {
		return document -> {
			document.servers(List.of(new Server().url(Api.BASE)));
			document.getComponents().addSecuritySchemes("basic", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic"));
			document.getComponents().addSecuritySchemes("token",
					new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")
							.description("A token of /access-tokens, for programs: it reads, or also writes, until it expires."));
			document.security(List.of(new SecurityRequirement().addList("basic"), new SecurityRequirement().addList("token")));
			ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(Problem.class)).referencedSchemas.forEach(document.getComponents()::addSchemas);
			document.getComponents().getSchemas().computeIfPresent("Period", (name, stretch) -> dayOr(stretch));
			Paths paths = new Paths();
			document.getPaths().forEach((path, item) -> {
				item.readOperationsMap().forEach((verb, operation) -> complete(verb, operation, document));
				paths.addPathItem(path.substring(Api.BASE.length()), item);
			});
			document.setPaths(paths);
		};
	}

	/** A period is written as its two days, or as the one day that it is. */
	private static Schema<?> dayOr(Schema<?> stretch) {
		return new Schema<>().description("A day, or a stretch of days; both ends are included.").oneOf(List.of(schema("string").format("date"), stretch));
	}

	private static void complete(PathItem.HttpMethod verb, Operation operation, OpenAPI document) {
		boolean safe = verb == PathItem.HttpMethod.GET;
		ApiResponses given = operation.getResponses();
		Content answer = Optional.ofNullable(given.get("200")).or(() -> given.values().stream().findFirst()).map(ApiResponse::getContent).map(ApiDocument::asJson).orElse(null);
		ApiResponses responses = new ApiResponses();
		// what takes long answers at once, and shows itself while it is under way
		boolean accepted = given.containsKey("202");
		responses.put(accepted ? "202" : verb == PathItem.HttpMethod.POST ? "201" : "200", success(verb, answer));
		if (operation.getExtensions() != null && operation.getExtensions().remove(AS_FILE) instanceof List<?> formats) {
			Content content = requireNonNull(requireNonNull(responses.get("200")).getContent());
			Stream.concat(Arrays.stream(FileFormat.values()).filter(format -> formats.contains(format.ending())).map(FileFormat::mediaType),
					Arrays.stream(PaperFormat.values()).filter(format -> formats.contains(format.ending())).map(PaperFormat::mediaType))
					.forEach(type -> content.addMediaType(type, new MediaType().schema(schema("string"))));
		}
		if (operation.getExtensions() != null && operation.getExtensions().remove(AS_PICTURE) != null) {
			requireNonNull(requireNonNull(responses.get("200")).getContent()).addMediaType(Pictures.SVG, new MediaType().schema(schema("string")));
		}
		if (safe) {
			responses.put("304", withVersion(new ApiResponse().description("Not changed since the ETag in If-None-Match.")));
		} else {
			ApiResponse later = withVersion(new ApiResponse().description("Done, but not yet to be seen; look again at Location."));
			later.addHeaderObject("Location", header("Where to look."));
			responses.putIfAbsent("202", later);
			operation.addParametersItem(inHeader("Idempotency-Key", "The same key with the same request has one effect and the same answer."));
			operation.addParametersItem(inHeader("If-Match", "The ETag that the resource must still have."));
		}
		problems(safe).forEach((status, description) -> responses.put(status, problem(description)));
		// What only this operation can answer, as declared on it.
		given.forEach((status, own) -> {
			if (status.startsWith("4")) {
				responses.putIfAbsent(status, problem(own.getDescription()));
			}
		});
		operation.setResponses(responses);
		if (operation.getRequestBody() != null) {
			operation.getRequestBody().required(true).content(asJson(operation.getRequestBody().getContent()));
			String reference = reference(operation.getRequestBody().getContent());
			if (reference.startsWith(SCHEMAS)) {
				requireNonNull(document.getComponents().getSchemas().get(reference.substring(SCHEMAS.length()))).setAdditionalProperties(false);
			}
		}
	}

	private static Map<String, String> problems(boolean safe) {
		Map<String, String> problems = new LinkedHashMap<>();
		problems.put("400", "Something in the request is wrong; errors names every field.");
		problems.put("401", "Nobody is logged in.");
		problems.put("403", "The right for this is missing.");
		problems.put("404", "There is no such thing, or it cannot be seen.");
		problems.put("406", "Not available in the wanted form.");
		if (!safe) {
			problems.put("409", "A rule would be broken, or the idempotency key is in use.");
			problems.put("412", "Somebody was first.");
			problems.put("413", "The request is larger than 1 MB, or a file than 10 MB.");
			problems.put("415", "The content is not JSON in UTF-8, or not a file or calendar where it should be one.");
			problems.put("422", "The idempotency key was used for another request.");
		}
		problems.put("429", "Too many requests.");
		problems.put("500", "Something unforeseen.");
		problems.put("503", "The database is away.");
		return problems;
	}

	private static ApiResponse success(PathItem.HttpMethod verb, @Nullable Content content) {
		ApiResponse response = withVersion(new ApiResponse().description(verb == PathItem.HttpMethod.POST ? "Made; this is how it is now." : "This is how it is."))
				.content(content);
		if (content != null && reference(content).startsWith(SCHEMAS + "Listed")) {
			response.addHeaderObject("Link", header("RFC 8288 links: first, prev, next, last."));
		} else {
			response.addHeaderObject("ETag", header("The version of the resource, for If-Match."));
		}
		if (verb == PathItem.HttpMethod.POST) {
			response.addHeaderObject("Location", header("Where the resource is."));
		}
		return response;
	}

	private static ApiResponse problem(String description) {
		return withVersion(new ApiResponse().description(description))
				.content(new Content().addMediaType(PROBLEM_JSON, new MediaType().schema(new Schema<>().$ref(SCHEMAS + "Problem"))));
	}

	private static ApiResponse withVersion(ApiResponse response) {
		response.addHeaderObject(Api.VERSION_HEADER, header("Version of this interface."));
		return response;
	}

	/** Where the schema of this content is described, or empty when it is described in place. */
	private static String reference(Content content) {
		MediaType type = content.get(JSON);
		return type == null || type.getSchema() == null || type.getSchema().get$ref() == null ? "" : type.getSchema().get$ref();
	}

	private static Content asJson(Content content) {
		return OTHER_FORMS.stream().anyMatch(content::containsKey) ? content : new Content().addMediaType(JSON, content.values().stream().findFirst().orElseGet(MediaType::new));
	}

	private static void addListParameters(Operation operation, ReadModel<?, ?> view) {
		operation.addParametersItem(query("page", "integer", "1-based."));
		operation.addParametersItem(query("pageSize", "integer", "At most " + Question.MAX_PAGE_SIZE + ", else " + Question.DEFAULT_PAGE_SIZE + "."));
		operation.addParametersItem(query("sort", "string", "Fields with commas, a minus for descending: " + String.join(", ", view.filters()) + "."));
		operation.addParametersItem(query("search", "string", "Words in Dutch."));
		view.filters().forEach(field -> operation.addParametersItem(query(field, "string", "Only where the field has this value.")));
	}

	private static Parameter query(String name, String type, String description) {
		return new Parameter().in("query").name(name).required(false).description(description).schema(schema(type));
	}

	private static Parameter inHeader(String name, String description) {
		return new Parameter().in("header").name(name).required(false).description(description).schema(schema("string"));
	}

	private static Header header(String description) {
		return new Header().description(description).schema(schema("string"));
	}

	private static Schema<?> schema(String type) {
		Schema<?> schema = new Schema<>();
		schema.addType(type);
		return schema;
	}

	private static String operationId(HandlerMethod method) {
		return decapitalised(tag(method)) + capitalised(method.getMethod().getName());
	}

	private static String capitalised(String name) {
		return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
	}

	private static String decapitalised(String name) {
		return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
	}

	private static String tag(HandlerMethod method) {
		return method.getBeanType().getSimpleName().replaceFirst("Controller.*$", "");
	}
}
