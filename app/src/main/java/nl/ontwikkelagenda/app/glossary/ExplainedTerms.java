package nl.ontwikkelagenda.app.glossary;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

import nl.ontwikkelagenda.app.glossary.HouseTerms.HouseTerm;
import nl.ontwikkelagenda.app.language.English;
import nl.ontwikkelagenda.app.language.Language;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.dialect.IPreProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.AttributeValueQuotes;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IModelFactory;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IText;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.preprocessor.IPreProcessor;
import org.thymeleaf.preprocessor.PreProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Explains the words of this product where pages use them in running text: what a template itself says, and not what people recorded. On a page the first occurrence of each word is
 * explained, so that a page stays calm.
 */
@Component
class ExplainedTerms implements IPreProcessorDialect, IPostProcessorDialect {

	private static final String TERM = "dfn";
	private static final String WORD = "data-term";

	@Override
	public String getName() {
		return "explained terms";
	}

	@Override
	public int getDialectPreProcessorPrecedence() {
		return 1_000;
	}

	@Override
	public int getDialectPostProcessorPrecedence() {
		return 900;
	}

	@Override
	public Set<IPreProcessor> getPreProcessors() {
		return Set.of(new PreProcessor(TemplateMode.HTML, Marks.class, 1_000));
	}

	@Override
	public Set<IPostProcessor> getPostProcessors() {
		return Set.of(new PostProcessor(TemplateMode.HTML, Explanations.class, 900));
	}

	/** Marks the words in the running text of a template. */
	public static final class Marks extends AbstractTemplateHandler {

		private static final Set<String> RUNNING_TEXT = Set.of("p", "li", "dd", "td", "caption");
		private static final Set<String> NO_RUNNING_TEXT = Set.of("a", "button", "summary", "label", "legend", "option", "h1", "h2", "h3", "h4", "th", "title", "script", "svg",
				"nav",
				"header", "footer", TERM);

		private final Deque<String> around = new ArrayDeque<>();

		@Override
		public void handleOpenElement(IOpenElementTag tag) {
			around.push(tag.getElementCompleteName());
			super.handleOpenElement(tag);
		}

		@Override
		public void handleCloseElement(ICloseElementTag tag) {
			around.poll();
			super.handleCloseElement(tag);
		}

		@Override
		public void handleText(IText text) {
			String words = text.getText();
			HouseTerms.Forms forms = HouseTerms.in(Language.of(getContext().getLocale()));
			Matcher term = forms.pattern().matcher(words);
			if (around.stream().noneMatch(RUNNING_TEXT::contains) || around.stream().anyMatch(NO_RUNNING_TEXT::contains) || !term.find()) {
				super.handleText(text);
				return;
			}
			IModelFactory factory = getContext().getModelFactory();
			int told = 0;
			do {
				super.handleText(factory.createText(words.substring(told, term.start())));
				super.handleOpenElement(factory.createOpenElementTag(TERM, WORD, forms.of(term.group()).word()));
				super.handleText(factory.createText(term.group()));
				super.handleCloseElement(factory.createCloseElementTag(TERM));
				told = term.end();
			} while (term.find());
			super.handleText(factory.createText(words.substring(told)));
		}
	}

	/** Explains every marked word of a page once. */
	public static final class Explanations extends AbstractTemplateHandler {

		private final Set<String> explained = new HashSet<>();
		private boolean wholePage;
		private boolean inTerm;
		private @Nullable HouseTerm explaining;

		@Override
		public void handleOpenElement(IOpenElementTag tag) {
			wholePage |= tag.getElementCompleteName().equals("html");
			if (!tag.hasAttribute(WORD)) {
				super.handleOpenElement(tag);
				return;
			}
			inTerm = true;
			HouseTerm term = HouseTerms.of(tag.getAttributeValue(WORD));
			// a part that replaces a part of a page must not explain what the page explains elsewhere
			if (wholePage && explained.add(term.word())) {
				explaining = term;
				super.handleOpenElement(getContext().getModelFactory().createOpenElementTag(TERM, attributes("class", "term", "tabindex", "0", "aria-describedby", id(term)),
						AttributeValueQuotes.DOUBLE, false));
			}
		}

		@Override
		public void handleCloseElement(ICloseElementTag tag) {
			if (!inTerm || !tag.getElementCompleteName().equals(TERM)) {
				super.handleCloseElement(tag);
				return;
			}
			inTerm = false;
			if (explaining != null) {
				super.handleCloseElement(tag);
				explain(explaining);
				explaining = null;
			}
		}

		private void explain(HouseTerm term) {
			IModelFactory factory = getContext().getModelFactory();
			super.handleOpenElement(
					factory.createOpenElementTag("span", attributes("class", "explained", "role", "tooltip", "id", id(term)), AttributeValueQuotes.DOUBLE, false));
			super.handleText(factory.createText(English.in(Language.of(getContext().getLocale()), term.explanation())));
			super.handleCloseElement(factory.createCloseElementTag("span"));
		}

		private static String id(HouseTerm term) {
			return "uitleg-" + term.anchor();
		}

		private static Map<String, String> attributes(String... namesAndValues) {
			Map<String, String> attributes = new LinkedHashMap<>();
			for (int i = 0; i < namesAndValues.length; i += 2) {
				attributes.put(namesAndValues[i], namesAndValues[i + 1]);
			}
			return attributes;
		}
	}
}
