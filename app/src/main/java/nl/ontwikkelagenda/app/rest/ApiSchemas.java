package nl.ontwikkelagenda.app.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import nl.ontwikkelagenda.agenda.partnership.FreeText;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Describes the types of requests and answers in the OpenAPI document as {@link HttpJson} reads and writes them. */
@Component
class ApiSchemas implements ModelConverter {

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
		JavaType java = Json31.mapper().constructType(type.getType());
		Class<?> raw = java.getRawClass();
		if (raw == FreeText.class || (raw == String.class && words(type) != null)) {
			Schema<?> text = schema("string", null);
			Words words = words(type);
			text.setMinLength(1);
			text.setMaxLength(words == null ? Words.DEFAULT_MAX : words.max());
			return text;
		}
		if (raw == UUID.class || InputBinder.isId(raw)) {
			return schema("string", "uuid");
		}
		if (raw == SseEmitter.class) {
			return schema("string", null);
		}
		if (raw == LocalTime.class) {
			Schema<?> time = schema("string", null);
			time.setPattern("^[0-9]{2}:[0-9]{2}$");
			return time;
		}
		if (raw == Patched.class) {
			AnnotatedType inner = new AnnotatedType(java.containedType(0)).ctxAnnotations(type.getCtxAnnotations()).resolveAsRef(type.isResolveAsRef())
					.jsonViewAnnotation(type.getJsonViewAnnotation());
			Schema<?> value = Objects.requireNonNull(context.resolve(inner));
			value.addType("null");
			return value;
		}
		if (raw == Iterable.class) {
			// read while it is written
			Schema<?> array = schema("array", null);
			array.setItems(context.resolve(new AnnotatedType(java.containedType(0)).resolveAsRef(true)));
			return array;
		}
		if (raw.isRecord() && raw.isMemberClass()) {
			// Two controllers may each have a request with the same simple name, and so may a controller and the view that it shows.
			String owner = raw.getEnclosingClass().getSimpleName();
			type.name(owner.replaceFirst("(Controller|View)$", "") + raw.getSimpleName() + (owner.endsWith("Controller") ? "Request" : ""));
		}
		Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
		if (raw.isRecord() && resolved != null) {
			Schema<?> model = resolved.get$ref() == null ? resolved : context.getDefinedModels().get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
			if (model != null && model.getProperties() != null) {
				model.setRequired(required(raw));
			}
		}
		return resolved;
	}

	private static List<String> required(Class<?> record) {
		return Arrays.stream(record.getRecordComponents()).filter(ApiSchemas::isRequired).map(RecordComponent::getName).toList();
	}

	/** As {@link InputBinder} sees it: a list that is left out is an empty one. */
	private static boolean isRequired(RecordComponent component) {
		if (component.getType() == List.class || component.getType() == Iterable.class) {
			return component.isAnnotationPresent(NotEmpty.class) || component.getAccessor().isAnnotationPresent(NotEmpty.class);
		}
		return component.getType() != Patched.class && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
	}

	private static @Nullable Words words(AnnotatedType type) {
		Annotation[] annotations = type.getCtxAnnotations();
		return annotations == null ? null : (Words) Arrays.stream(annotations).filter(Words.class::isInstance).findFirst().orElse(null);
	}

	private static Schema<?> schema(String type, @Nullable String format) {
		Schema<?> schema = new Schema<>();
		schema.addType(type);
		schema.setType(type);
		schema.setFormat(format);
		return schema;
	}
}
