package nl.ontwikkelagenda.app.language;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/** Reads the templates of the Dutch pages, and gives them in English. */
final class EnglishTemplates extends ClassLoaderTemplateResolver {

	private static final String FOLDER = "templates/";
	private static final String ENDING = ".html";

	EnglishTemplates() {
		setPrefix(FOLDER);
		setSuffix(ENDING);
		setCharacterEncoding(StandardCharsets.UTF_8.name());
		setTemplateMode(TemplateMode.HTML);
		setCacheable(true);
	}

	@Override
	protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, @Nullable String ownerTemplate, String template, String resourceName,
			@Nullable String characterEncoding, @Nullable Map<String, Object> attributes) {
		ITemplateResource dutch = super.computeTemplateResource(configuration, ownerTemplate, template, resourceName, characterEncoding, attributes);
		try (Reader reader = dutch.reader()) {
			return new StringTemplateResource(new TemplateTranslation(template, English.words()::ofTemplate).english(reader.readAllAsString()));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
