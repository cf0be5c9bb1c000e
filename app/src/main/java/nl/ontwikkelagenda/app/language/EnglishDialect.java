package nl.ontwikkelagenda.app.language;

import java.util.Set;

import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;
import org.thymeleaf.processor.IProcessor;

/** What English pages are made with, besides what all pages are made with. */
final class EnglishDialect extends AbstractProcessorDialect implements IExpressionObjectDialect {

	/** Of the attributes that {@link TemplateTranslation} writes. */
	static final String PREFIX = "en";
	private static final int PRECEDENCE = 1_000;

	private final Sayings sayings = new Sayings(English.words());

	EnglishDialect() {
		super("English", PREFIX, PRECEDENCE);
	}

	@Override
	public Set<IProcessor> getProcessors(String dialectPrefix) {
		return Set.of(new EnglishText(dialectPrefix));
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return new IExpressionObjectFactory() {

			@Override
			public Set<String> getAllExpressionObjectNames() {
				return Set.of(Sayings.NAME);
			}

			@Override
			public Object buildObject(IExpressionContext context, String name) {
				return sayings;
			}

			@Override
			public boolean isCacheable(String name) {
				return true;
			}
		};
	}
}
