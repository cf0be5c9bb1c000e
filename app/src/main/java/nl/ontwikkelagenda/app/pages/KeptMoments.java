package nl.ontwikkelagenda.app.pages;

import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Lets every link of a page that looks back keep the day, whichever template wrote it. A link that leads out of the past says so with {@code data-today}. */
@Component
class KeptMoments implements IPostProcessorDialect {

	@Override
	public String getName() {
		return "kept moments";
	}

	@Override
	public int getDialectPostProcessorPrecedence() {
		return 1_000;
	}

	@Override
	public Set<IPostProcessor> getPostProcessors() {
		return Set.of(new PostProcessor(TemplateMode.HTML, Links.class, 1_000));
	}

	/** Made by Thymeleaf for every page. */
	public static final class Links extends AbstractTemplateHandler {

		private static final String HREF = "href";

		@Override
		public void handleOpenElement(IOpenElementTag tag) {
			ITemplateContext context = getContext();
			boolean link = tag.getElementCompleteName().equals("a") && tag.hasAttribute(HREF) && !tag.hasAttribute("data-today");
			if (link && context.getVariable(PageFrame.PAST) instanceof PastMoment past) {
				super.handleOpenElement(context.getModelFactory().setAttribute(tag, HREF, past.keep(tag.getAttributeValue(HREF))));
			} else {
				super.handleOpenElement(tag);
			}
		}
	}
}
