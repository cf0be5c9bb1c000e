package nl.ontwikkelagenda.app.rest;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.access.MayRead;
import nl.ontwikkelagenda.app.access.Readers;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.exchange.PaperFile;
import nl.ontwikkelagenda.app.exchange.SheetFile;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.readmodel.AsOf;
import nl.ontwikkelagenda.reporting.readmodel.Documents;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.readmodel.ReadModels;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Reads the question in the query string before a controller of the API runs, and checks the endpoint's own declaration of who may use it. */
@Component
class QuestionInterceptor implements HandlerInterceptor {

	private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	/** What an endpoint says of itself, which is read once. */
	private record Declared(@Nullable MayRead mayRead, @Nullable ReadModel<?, ?> listed, Set<String> own, List<String> formats, @Nullable String nowOnly) {

		static Declared of(HandlerMethod method) {
			return new Declared(QuestionInterceptor.mayRead(method), QuestionInterceptor.listed(method).orElse(null), QuestionInterceptor.own(method),
					QuestionInterceptor.formats(method), QuestionInterceptor.nowOnly(method));
		}
	}

	private final Readers readers;
	private final Documents documents;
	private final Moments moments;
	private final Map<HandlerMethod, Declared> known = new ConcurrentHashMap<>();

	QuestionInterceptor(Readers readers, Documents documents, Moments moments) {
		this.documents = documents;
		this.readers = readers;
		this.moments = moments;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws HttpMediaTypeNotAcceptableException {
		if (handler instanceof HandlerMethod method) {
			refuseOtherForms(request);
			Declared declared = known.computeIfAbsent(method, Declared::of);
			if (declared.mayRead != null) {
				readers.check(declared.mayRead);
			}
			Question question = Question.read(request, declared.listed, declared.own, declared.formats, declared.nowOnly, moments::now);
			if (declared.listed != null) {
				mustSeeWhatItIsOf(request, method, question.asOf(documents));
			}
		}
		return true;
	}

	/** A list of what is of something that the caller cannot see is not there, as that thing is not. Who somebody is, is of no partnership. */
	private void mustSeeWhatItIsOf(HttpServletRequest request, HandlerMethod method, AsOf asOf) {
		if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)
				|| Arrays.stream(method.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == PersonId.class)) {
			return;
		}
		boolean sees = variables.values().stream().map(String::valueOf).filter(value -> ID.matcher(value).matches()).map(value -> value.toLowerCase(Locale.ROOT))
				.allMatch(id -> documents.partnershipOf(id).filter(readers.partnerships(ReadModels.PARTNERSHIPS)::contains).isPresent() && wasThere(id, asOf));
		if (!sees) {
			throw new NotFound();
		}
	}

	private boolean wasThere(String id, AsOf asOf) {
		return asOf.equals(AsOf.NOW) || documents.holding(id).stream().anyMatch(view -> documents.find(view, id, asOf).isPresent());
	}

	/** Before a command has its effect: afterwards it is too late to say that the answer cannot be given. */
	private static void refuseOtherForms(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		if (accept == null || request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
			return;
		}
		try {
			if (MediaType.parseMediaTypes(accept).stream().noneMatch(wanted -> wanted.isCompatibleWith(MediaType.APPLICATION_JSON))) {
				throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
			}
		} catch (InvalidMediaTypeException e) {
			throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON));
		}
	}

	static @Nullable MayRead mayRead(HandlerMethod method) {
		MayRead own = method.getMethodAnnotation(MayRead.class);
		return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), MayRead.class);
	}

	/** Why this endpoint cannot be asked about a moment; null when it can. */
	static @Nullable String nowOnly(HandlerMethod method) {
		WithoutAsOf own = method.getMethodAnnotation(WithoutAsOf.class);
		WithoutAsOf declared = own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), WithoutAsOf.class);
		return declared == null ? null : declared.value();
	}

	/** The view of which this endpoint answers a list. */
	static Optional<ReadModel<?, ?>> listed(HandlerMethod method) {
		ResolvableType answer = answer(method);
		return isList(answer) ? view(answer.getGeneric(0).toClass()) : Optional.empty();
	}

	/** The view that this endpoint shows, as one document or as a list. */
	static Optional<ReadModel<?, ?>> shown(HandlerMethod method) {
		ResolvableType answer = answer(method);
		return isList(answer) ? listed(method) : view(answer.toClass());
	}

	private static boolean isList(ResolvableType answer) {
		return answer.toClass() == Listed.class || answer.toClass() == SheetFile.class;
	}

	/** The forms, as files end, in which what stands at the address of this endpoint can be had; none when that is JSON only. */
	static List<String> formats(HandlerMethod method) {
		GetMapping mapping = method.getMethodAnnotation(GetMapping.class);
		if (mapping == null) {
			return List.of();
		}
		Set<Class<?>> answers = Arrays.stream(method.getBeanType().getDeclaredMethods()).filter(other -> isAt(other, mapping))
				.<Class<?>>map(other -> ResolvableType.forMethodReturnType(other).getGeneric(0).toClass()).collect(Collectors.toSet());
		List<String> formats = new ArrayList<>();
		if (answers.contains(SheetFile.class)) {
			Arrays.stream(FileFormat.values()).map(FileFormat::ending).forEach(formats::add);
		}
		if (answers.contains(PaperFile.class)) {
			Arrays.stream(PaperFormat.values()).map(PaperFormat::ending).forEach(formats::add);
		}
		if (!formats.isEmpty() && answers.stream().anyMatch(answer -> answer != SheetFile.class && answer != PaperFile.class)) {
			formats.addFirst(FormatStrategy.JSON);
		}
		return formats;
	}

	/** Whether what this endpoint answers can be had as a picture, from another at the same address. */
	static boolean hasPicture(HandlerMethod method) {
		GetMapping mapping = method.getMethodAnnotation(GetMapping.class);
		return mapping != null && Arrays.stream(method.getBeanType().getDeclaredMethods()).filter(other -> !other.equals(method.getMethod()) && isAt(other, mapping))
				.map(other -> Objects.requireNonNull(other.getAnnotation(GetMapping.class))).anyMatch(other -> Arrays.asList(other.produces()).contains(Pictures.SVG));
	}

	private static boolean isAt(Method other, GetMapping mapping) {
		GetMapping its = AnnotatedElementUtils.findMergedAnnotation(other, GetMapping.class);
		return its != null && Arrays.equals(its.path(), mapping.path());
	}

	private static Optional<ReadModel<?, ?>> view(Class<?> document) {
		return ReadModels.ALL.stream().<ReadModel<?, ?>>map(view -> view).filter(view -> view.document() == document).findFirst();
	}

	static ResolvableType answer(HandlerMethod method) {
		ResolvableType type = ResolvableType.forMethodReturnType(method.getMethod());
		return type.toClass() == ResponseEntity.class ? type.getGeneric(0) : type;
	}

	private static Set<String> own(HandlerMethod method) {
		Set<String> own = Arrays.stream(method.getMethodParameters()).filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class)).map(QuestionInterceptor::name)
				.collect(Collectors.toCollection(HashSet::new));
		if (!formats(method).isEmpty()) {
			own.add(FormatStrategy.PARAMETER);
		}
		return own;
	}

	private static String name(MethodParameter parameter) {
		RequestParam declared = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class));
		return declared.name().isEmpty() ? parameter.getParameter().getName() : declared.name();
	}
}
