package nl.ontwikkelagenda.app.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.audit.AuditAccesses.Kind;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.app.rest.PageInterceptor;
import nl.ontwikkelagenda.app.rest.PartOfPage;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Sees to it that every file that is taken along, every refusal and whatever an auditor reads is written down, whichever controller it is of. */
@ControllerAdvice
class RecordedAccess implements ResponseBodyAdvice<Object>, AsyncHandlerInterceptor, WebMvcConfigurer {

	/** Lists, papers, calendars and feeds; a paper as a page is shown, not taken along. */
	static final Set<MediaType> FILES = Stream
			.of(Arrays.stream(FileFormat.values()).map(FileFormat::mediaType),
					Arrays.stream(PaperFormat.values()).filter(format -> format != PaperFormat.HTML).map(PaperFormat::mediaType),
					Stream.of("text/calendar", MediaType.APPLICATION_ATOM_XML_VALUE))
			.flatMap(types -> types)
			.map(MediaType::valueOf).map(RecordedAccess::plain).collect(Collectors.toSet());

	/** What a page only looks like; a picture can show facts. */
	private static final Set<MediaType> ASSETS = Set.of(MediaType.valueOf("text/css"), MediaType.valueOf("text/javascript"));

	/** Sent by the script of a page. Anybody can send it, so it counts only where a page asks for a part by itself. */
	private static final String BY_SCRIPT = "HX-Request";

	private final AccessRecorder recorder;

	RecordedAccess(AccessRecorder recorder) {
		this.recorder = recorder;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		// the outermost, so that it sees what any other refuses
		registry.addInterceptor(this).order(Ordered.HIGHEST_PRECEDENCE);
	}

	@Override
	public void afterCompletion(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
		if (response.getStatus() == HttpStatus.FORBIDDEN.value()) {
			recorder.refused(request, request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof NotAllowed refusal ? refusal : null);
		} else if (response.getStatus() == HttpStatus.NOT_FOUND.value()) {
			recorder.notShown(request);
		}
	}

	/** A page is going to be shown. */
	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
		if (PageInterceptor.isShown(page)) {
			HttpStatusCode own = page.getStatus();
			read(request, own == null ? response.getStatus() : own.value(), handler instanceof HandlerMethod method && method.hasMethodAnnotation(PartOfPage.class));
		}
	}

	/** A stream was opened. */
	@Override
	public void afterConcurrentHandlingStarted(HttpServletRequest request, HttpServletResponse response, Object handler) {
		read(request, response.getStatus(), false);
	}

	private void read(HttpServletRequest request, int status, boolean part) {
		boolean given = request.getMethod().equals(HttpMethod.GET.name()) && HttpStatusCode.valueOf(status).is2xxSuccessful();
		if (given && Caller.current().isPresent() && !AuditAccesses.has(request)) {
			recorder.read(request, part && request.getHeader(BY_SCRIPT) != null);
		}
	}

	@Override
	public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter answer, MediaType type, Class<? extends HttpMessageConverter<?>> converter,
			ServerHttpRequest request, ServerHttpResponse response) {
		if (request instanceof ServletServerHttpRequest served && response instanceof ServletServerHttpResponse answered) {
			boolean takenAlong = FILES.contains(plain(type)) || response.getHeaders().getContentDisposition().isAttachment();
			Optional<SecretAddress> address = SecretAddress.of(served.getServletRequest());
			if (takenAlong && address.isPresent()) {
				recorder.exported(served.getServletRequest(), address.get());
			} else if (takenAlong && Caller.current().isPresent()) {
				recorder.exported(served.getServletRequest(), Kind.EXPORTED);
			} else if (ASSETS.stream().noneMatch(asset -> asset.includes(type))) {
				read(served.getServletRequest(), answered.getServletResponse().getStatus(), answer.hasMethodAnnotation(PartOfPage.class));
			}
		}
		return body;
	}

	private static MediaType plain(MediaType type) {
		return new MediaType(type.getType(), type.getSubtype());
	}
}
