package nl.ontwikkelagenda.app.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/** The guide for users: {@code docs/handleiding.md}, which the build puts beside the classes, as a part of a page. */
@Component
class Guide {

	private static final String FILE = "/guide/handleiding.md";

	private final String html;
	private final Set<String> sections = new LinkedHashSet<>();

	Guide() {
		Node document = Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(written());
		html = HtmlRenderer.builder().extensions(List.of(TablesExtension.create())).attributeProviderFactory(context -> this::mark).build().render(document);
	}

	String html() {
		return html;
	}

	/** Where one can go to within it. */
	Set<String> sections() {
		return sections;
	}

	private void mark(Node node, String tag, Map<String, String> attributes) {
		if (node instanceof Heading heading) {
			String section = section(heading);
			sections.add(section);
			attributes.put("id", section);
		} else if (node instanceof Image) {
			attributes.put("loading", "lazy");
		}
	}

	/** The words of a heading as a part of an address. */
	private static String section(Heading heading) {
		StringBuilder words = new StringBuilder();
		heading.accept(new AbstractVisitor() {

			@Override
			public void visit(Text text) {
				words.append(text.getLiteral());
			}

			@Override
			public void visit(Code code) {
				words.append(code.getLiteral());
			}
		});
		return words.toString().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "-").replaceAll("^-|-$", "");
	}

	private static String written() {
		try (InputStream file = Objects.requireNonNull(Guide.class.getResourceAsStream(FILE))) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
