package nl.ontwikkelagenda.app.glossary;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

import nl.ontwikkelagenda.app.glossary.AgreedWords.Agreed;
import nl.ontwikkelagenda.app.glossary.AgreedWords.Found;
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
import org.unbescape.html.HtmlEscape;

/**
 * Explains words in the running text of pages: those of this product in what a template itself says, and those that a partnership agreed on in everything that its pages say. On a page the
 * first occurrence of each word is explained, so that a page stays calm.
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

	/** Knows what of a page is running text. */
	public abstract static class RunningText extends AbstractTemplateHandler {

		private static final Set<String> RUNNING_TEXT = Set.of("p", "li", "dd", "td", "caption", "blockquote");
		private static final Set<String> NO_RUNNING_TEXT = Set.of("a", "button", "summary", "label", "legend", "option", "h1", "h2", "h3", "h4", "th", "title", "script", "style",
				"textarea", "svg",
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

		boolean runs() {
			return around.stream().anyMatch(RUNNING_TEXT::contains) && around.stream().noneMatch(NO_RUNNING_TEXT::contains);
		}
	}

	/** Marks the words of this product in the running text of a template. */
	public static final class Marks extends RunningText {

		@Override
		public void handleText(IText text) {
			String words = text.getText();
			HouseTerms.Forms forms = HouseTerms.in(Language.of(getContext().getLocale()));
			Matcher term = forms.pattern().matcher(words);
			if (!runs() || !term.find()) {
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

	/** Explains every marked word of a page once, and every word that its partnership agreed on. */
	public static final class Explanations extends RunningText {

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
				begin(id(term));
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
				explain(id(explaining), English.in(Language.of(getContext().getLocale()), explaining.explanation()));
				explaining = null;
			}
		}

		@Override
		public void handleText(IText text) {
			String words = text.getText();
			int told = 0;
			if (wholePage && runs() && getContext().getVariable(AgreedWords.NAME) instanceof AgreedWords agreed) {
				Optional<Found> next = agreed.next(words, 0);
				while (next.isPresent()) {
					Found found = next.get();
					if (explained.add(found.term().id())) {
						super.handleText(getContext().getModelFactory().createText(words.substring(told, found.from())));
						explain(found.term(), words.substring(found.from(), found.to()));
						told = found.to();
					}
					next = agreed.next(words, found.to());
				}
			}
			super.handleText(told == 0 ? text : getContext().getModelFactory().createText(words.substring(told)));
		}

		private void explain(Agreed term, String shown) {
			IModelFactory factory = getContext().getModelFactory();
			begin(id(term));
			super.handleText(factory.createText(shown));
			super.handleCloseElement(factory.createCloseElementTag(TERM));
			explain(id(term), HtmlEscape.escapeHtml4Xml(term.explanation()));
		}

		private void begin(String explanation) {
			super.handleOpenElement(getContext().getModelFactory().createOpenElementTag(TERM, attributes("class", "term", "tabindex", "0", "aria-describedby", explanation),
					AttributeValueQuotes.DOUBLE, false));
		}

		private void explain(String id, String words) {
			IModelFactory factory = getContext().getModelFactory();
			super.handleOpenElement(factory.createOpenElementTag("span", attributes("class", "explained", "role", "tooltip", "id", id), AttributeValueQuotes.DOUBLE, false));
			super.handleText(factory.createText(words));
			super.handleCloseElement(factory.createCloseElementTag("span"));
		}

		private static String id(HouseTerm term) {
			return "uitleg-" + term.anchor();
		}

		private static String id(Agreed term) {
			return "uitleg-" + term.id();
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
