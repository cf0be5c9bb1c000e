package nl.ontwikkelagenda.app.audit;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.ontwikkelagenda.app.access.Caller;
import nl.ontwikkelagenda.app.audit.AuditAccesses.Kind;
import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.exchange.FileFormat;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Sees to it that every file that is taken along and every refusal is written down, whichever controller it is of. */
@ControllerAdvice
class RecordedAccess implements ResponseBodyAdvice<Object>, HandlerInterceptor, WebMvcConfigurer {

	/** Lists and papers; a paper as a page is shown, not taken along. */
	private static final Set<MediaType> FILES = Stream
			.concat(Arrays.stream(FileFormat.values()).map(FileFormat::mediaType),
					Arrays.stream(PaperFormat.values()).filter(format -> format != PaperFormat.HTML).map(PaperFormat::mediaType))
			.map(MediaType::valueOf).map(RecordedAccess::plain).collect(Collectors.toSet());

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
		}
	}

	@Override
	public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter answer, MediaType type, Class<? extends HttpMessageConverter<?>> converter,
			ServerHttpRequest request, ServerHttpResponse response) {
		boolean takenAlong = FILES.contains(plain(type)) || response.getHeaders().getContentDisposition().isAttachment();
		if (takenAlong && Caller.current().isPresent() && request instanceof ServletServerHttpRequest served) {
			recorder.exported(served.getServletRequest(), Kind.EXPORTED);
		}
		return body;
	}

	private static MediaType plain(MediaType type) {
		return new MediaType(type.getType(), type.getSubtype());
	}
}
