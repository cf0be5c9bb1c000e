package nl.ontwikkelagenda.app.language;

import java.util.List;
import java.util.Set;

import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/** {@code th:text} of an English page: tells in which language the words are that people wrote, so that they are read aloud as they are meant. */
final class EnglishText extends AbstractStandardExpressionAttributeTagProcessor {

	static final String NAME = "text";
	/** That of {@code th:text}. */
	private static final int PRECEDENCE = 1_300;
	private static final Set<String> NO_MARKUP = Set.of("option", "title", "textarea");
	private static final String BLOCK = "th:block";
	private static final String LANGUAGE = "lang";

	EnglishText(String prefix) {
		super(TemplateMode.HTML, prefix, NAME, PRECEDENCE, true);
	}

	@Override
	protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value, Object result, IElementTagStructureHandler handler) {
		String text = result == null ? "" : result.toString();
		List<Quoted.Part> parts = Quoted.parts(text);
		boolean whole = parts.size() == 1 && parts.getFirst().quoted();
		String element = tag.getElementCompleteName();
		if (whole && !element.equals(BLOCK) && !tag.hasAttribute(LANGUAGE)) {
			handler.setAttribute(LANGUAGE, Language.DUTCH.code());
		}
		boolean marked = (!whole || element.equals(BLOCK)) && !NO_MARKUP.contains(element);
		handler.setBody(marked ? Quoted.markup(text, HtmlEscape::escapeHtml4Xml) : HtmlEscape.escapeHtml4Xml(Quoted.unmarked(text)), false);
	}
}
