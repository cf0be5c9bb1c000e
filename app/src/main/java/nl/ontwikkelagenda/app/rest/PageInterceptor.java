package nl.ontwikkelagenda.app.rest;

import java.time.Clock;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Reads the moment that a page is asked about, before its controller runs. */
@Component
class PageInterceptor implements HandlerInterceptor {

	private final Clock clock;

	PageInterceptor(Clock clock) {
		this.clock = clock;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && isOfPages(method) && request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST) {
			Question.readOfPage(request, QuestionInterceptor.nowOnly(method), clock.instant());
		}
		return true;
	}

	/** Whether this answers people rather than programs. */
	static boolean isOfPages(HandlerMethod method) {
		return method.getBeanType().isAnnotationPresent(Controller.class) && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class);
	}
}
