package nl.ontwikkelagenda.app.language;

import org.springframework.stereotype.Component;
import org.thymeleaf.cache.ICacheManager;
import org.thymeleaf.cache.StandardCacheManager;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** Keeps what was parsed of all pages: of so many, Thymeleaf forgets by itself what it parsed for one while it makes the next. What memory is needed for is forgotten all the same. */
@Component
final class ParsedTemplates {

	/** Of templates and parts of them: four times as many as there are. */
	private static final int TEMPLATES = 2_000;

	/** Five times as many as the templates have. */
	private static final int EXPRESSIONS = 20_000;

	ParsedTemplates(SpringTemplateEngine dutch) {
		dutch.setCacheManager(caches());
	}

	/** For one language. */
	static ICacheManager caches() {
		StandardCacheManager caches = new StandardCacheManager();
		caches.setTemplateCacheMaxSize(TEMPLATES);
		caches.setExpressionCacheMaxSize(EXPRESSIONS);
		return caches;
	}
}
