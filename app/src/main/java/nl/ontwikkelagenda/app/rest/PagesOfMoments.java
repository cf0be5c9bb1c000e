package nl.ontwikkelagenda.app.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** Which pages can be read as of a moment: all but those that declare {@link WithoutAsOf}. */
@Component
public class PagesOfMoments {

	private final ObjectProvider<RequestMappingHandlerMapping> mappings;
	private volatile @Nullable List<Page> pages;

	PagesOfMoments(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
		this.mappings = mappings;
	}

	/**
	 * The pages at one pattern of paths.
	 *
	 * @param nowOnly why they cannot be asked about a moment; null when they can
	 */
	public record Page(PathPattern pattern, @Nullable String nowOnly) {
	}

	/** All pages, those with the most particular path first. */
	public List<Page> all() {
		List<Page> known = pages;
		if (known == null) {
			known = read();
			pages = known;
		}
		return known;
	}

	/**
	 * Whether what stands at this path can be read as of a moment.
	 *
	 * @param path without the query
	 */
	public boolean knows(String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		return all().stream().filter(page -> page.pattern().matches(parsed)).findFirst().filter(page -> page.nowOnly() == null).isPresent();
	}

	private List<Page> read() {
		List<Page> found = new ArrayList<>();
		mappings.getObject().getHandlerMethods().forEach((mapping, method) -> {
			if (PageInterceptor.isOfPages(method) && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
				patterns(mapping).forEach(pattern -> found.add(new Page(pattern, QuestionInterceptor.nowOnly(method))));
			}
		});
		found.sort(Comparator.comparing(Page::pattern));
		return List.copyOf(found);
	}

	private static Collection<PathPattern> patterns(RequestMappingInfo mapping) {
		return Objects.requireNonNull(mapping.getPathPatternsCondition()).getPatterns();
	}
}
