package nl.ontwikkelagenda.app.language;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.View;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * Makes pages in English, beside Spring Boot's own that makes them in Dutch and does not know of this. Each has its own parsed templates; nothing is read before somebody asks for
 * English.
 */
@Configuration(proxyBeanMethods = false)
class EnglishPages {

	/** Asked before the one for Dutch. */
	private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 10;

	@Bean
	ThymeleafViewResolver englishViewResolver(ObjectProvider<IDialect> dialects) {
		ThymeleafViewResolver resolver = new OnlyEnglish(dialects);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.setContentType("text/html;charset=UTF-8");
		resolver.setOrder(ORDER);
		return resolver;
	}

	/** Leaves everything that is not English to others. */
	private static final class OnlyEnglish extends ThymeleafViewResolver {

		private final ObjectProvider<IDialect> dialects;

		private OnlyEnglish(ObjectProvider<IDialect> dialects) {
			this.dialects = dialects;
		}

		@Override
		public @Nullable View resolveViewName(String viewName, Locale locale) throws Exception {
			if (Language.of(locale) != Language.ENGLISH) {
				return null;
			}
			synchronized (this) {
				if (getTemplateEngine() == null) {
					setTemplateEngine(engine());
				}
			}
			return super.resolveViewName(viewName, locale);
		}

		private SpringTemplateEngine engine() {
			SpringTemplateEngine engine = new SpringTemplateEngine();
			engine.setTemplateResolver(new EnglishTemplates());
			engine.setCacheManager(ParsedTemplates.caches());
			dialects.orderedStream().forEach(engine::addDialect);
			engine.addDialect(new EnglishDialect());
			return engine;
		}
	}
}
