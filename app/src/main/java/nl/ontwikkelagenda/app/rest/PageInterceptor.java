package nl.ontwikkelagenda.app.rest;

import java.util.List;
import java.util.function.Supplier;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.lang.Contract;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.SmartView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/** Reads the moment that a page is asked about, before its controller runs; and gives the page what its frame shows, afterwards. */
@Component
public class PageInterceptor implements HandlerInterceptor {

	private final Moments moments;
	private final Supplier<List<PagePart>> parts;

	PageInterceptor(Moments moments, ObjectProvider<PagePart> parts) {
		this.moments = moments;
		this.parts = SingletonSupplier.of(() -> parts.stream().toList());
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && isOfPages(method) && request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST) {
			Question.readOfPage(request, QuestionInterceptor.nowOnly(method), moments::now);
		}
		return true;
	}

	@Override
	public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
		if (isShown(page)) {
			parts.get().forEach(part -> part.addTo(page.getModel(), request));
		}
	}

	/** Whether a page is going to be shown, and not another address given. */
	@Contract("null -> false")
	public static boolean isShown(@Nullable ModelAndView page) {
		if (page == null) {
			return false;
		}
		String name = page.getViewName();
		return !(page.getView() instanceof SmartView view && view.isRedirectView()) && (name == null || !name.startsWith(UrlBasedViewResolver.REDIRECT_URL_PREFIX));
	}

	/** Whether this answers people rather than programs. */
	static boolean isOfPages(HandlerMethod method) {
		return method.getBeanType().isAnnotationPresent(Controller.class) && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class);
	}
}
