package nl.ontwikkelagenda.reporting.paper;

import static nl.ontwikkelagenda.reporting.paper.Markup.escaped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Writes a paper as one page of HTML that is XML as well, with its looks in it; on a screen and on paper. */
final class PaperHtml {

	/** What fits between the margins of a page, in millimetres. */
	static final double WIDTH = 170;
	static final double HEIGHT = 210;
	static final double LOGO_HEIGHT = 12;
	static final double LOGO_WIDTH = 60;

	private static final String LOOKS = read("paper.css");
	private static final String ON_SCREEN = read("screen.css");
	private static final String IN_PRINT = read("print.css");

	private final Paper paper;
	private final StringBuilder html = new StringBuilder();
	private int heading;

	private PaperHtml(Paper paper) {
		this.paper = paper;
	}

	/** For a screen. */
	static byte[] page(Paper paper) {
		return new PaperHtml(paper).write(ON_SCREEN, "").getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * For the pages of a print.
	 *
	 * @param head what more there is to say about it: markup that stands in the head
	 */
	static String print(Paper paper, String head) {
		return new PaperHtml(paper).write(IN_PRINT, head);
	}

	private String write(String medium, String head) {
		String looks = (LOOKS + medium).replace("$colour", paper.style().colour()).replace("$tint", paper.style().tint());
		html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"nl-NL\"><head><meta charset=\"utf-8\" /><title>").append(escaped(paper.title()))
				.append("</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" /><meta name=\"author\" content=\"")
				.append(escaped(paper.style().partnership())).append("\" /><meta name=\"subject\" content=\"").append(escaped(about()))
				.append("\" /><meta name=\"description\" content=\"").append(escaped(about())).append("\" /><style>").append(looks)
				.append("</style>").append(head).append("</head><body>");
		frame();
		top();
		if (paper.contents()) {
			contents();
		}
		paper.blocks().forEach(this::block);
		return html.append("</body></html>").toString();
	}

	private String about() {
		return paper.subtitle() == null ? paper.title() : paper.title() + ", " + paper.subtitle();
	}

	private void frame() {
		html.append("<div id=\"kop\">");
		if (paper.style().logo() != null) {
			picture(Drawing.logo(paper.style().logo(), LOGO_WIDTH, LOGO_HEIGHT), "Logo van " + paper.style().partnership());
		}
		html.append("<span>").append(escaped(paper.style().partnership())).append("</span></div><div id=\"rubriek\">")
				.append(escaped(Objects.requireNonNullElse(paper.mark(), ""))).append("</div><div id=\"voet\">").append(escaped(about()))
				.append("</div>");
	}

	private void top() {
		element("h1", null, paper.title());
		if (paper.subtitle() != null) {
			element("p", "subtitle", paper.subtitle());
		}
		if (paper.mark() != null) {
			element("p", "mark", paper.mark());
		}
		if (!paper.facts().isEmpty()) {
			html.append("<div class=\"facts\">");
			paper.facts().forEach(fact -> {
				html.append("<p>");
				text(Text.strong(fact.name() + ": ").and(fact.text()));
				html.append("</p>");
			});
			html.append("</div>");
		}
	}

	private void contents() {
		html.append("<div class=\"contents\"><h2>Inhoud</h2><ul>");
		for (Paper.Marked marked : paper.headings()) {
			String words = escaped(marked.heading().words());
			html.append("<li class=\"level").append(marked.heading().level()).append("\"><a href=\"#").append(marked.name()).append("\" title=\"Naar: ").append(words)
					.append("\">").append(words).append("</a></li>");
		}
		html.append("</ul></div>");
	}

	private void block(Block block) {
		switch (block) {
			case Block.Heading it -> html.append("<h").append(it.level() + 1).append(" id=\"").append(Paper.nameOfHeading(heading++)).append("\">").append(escaped(it.words()))
					.append("</h").append(it.level() + 1).append('>');
			case Block.Paragraph it -> {
				html.append("<p>");
				text(it.text());
				html.append("</p>");
			}
			case Block.SmallPrint it -> {
				html.append("<p class=\"small\">");
				text(it.text());
				html.append("</p>");
			}
			case Block.Listing it -> listing(it);
			case Block.Table it -> table(it);
			case Block.Figure it -> figure(it);
		}
	}

	private void listing(Block.Listing listing) {
		String name = listing.numbered() ? "ol" : "ul";
		html.append('<').append(name).append('>');
		listing.items().forEach(item -> {
			html.append("<li>");
			text(item);
			html.append("</li>");
		});
		html.append("</").append(name).append('>');
	}

	private void table(Block.Table table) {
		html.append("<div class=\"table\"><table>");
		if (table.caption() != null) {
			element("caption", null, table.caption());
		}
		int shares = table.columns().stream().mapToInt(Block.Column::share).sum();
		html.append("<thead><tr>");
		table.columns().forEach(column -> html.append("<th scope=\"col\" width=\"").append(column.share() * 100 / shares).append("%\"").append(looks(column)).append('>')
				.append(escaped(column.name())).append("</th>"));
		html.append("</tr></thead><tbody>");
		table.rows().forEach(row -> row(table, row));
		html.append("</tbody></table></div>");
	}

	private void row(Block.Table table, List<Text> row) {
		html.append("<tr>");
		for (int cell = 0; cell < row.size(); cell++) {
			boolean header = cell == 0 && table.headerFirst();
			html.append(header ? "<th scope=\"row\"" : "<td").append(looks(table.columns().get(cell))).append('>');
			text(row.get(cell));
			html.append(header ? "</th>" : "</td>");
		}
		html.append("</tr>");
	}

	private static String looks(Block.Column column) {
		return column.numbers() ? " class=\"number\"" : "";
	}

	private void figure(Block.Figure figure) {
		html.append("<div class=\"figure\">");
		picture(Drawing.figure(figure.svg(), WIDTH, HEIGHT), figure.alternative());
		if (figure.caption() != null) {
			element("p", null, figure.caption());
		}
		html.append("</div>");
	}

	private void picture(Drawing drawing, String alternative) {
		html.append("<img src=\"").append(drawing.address()).append("\" alt=\"").append(escaped(alternative)).append("\" width=\"").append(drawing.pixelWidth())
				.append("\" height=\"").append(drawing.pixelHeight()).append("\" />");
	}

	private void element(String name, @Nullable String kind, String words) {
		html.append('<').append(name).append(kind == null ? "" : " class=\"" + kind + "\"").append('>').append(escaped(words)).append("</").append(name).append('>');
	}

	private void text(Text text) {
		for (Text.Run run : text.runs()) {
			String words = escaped(run.words()).replace("\n", "<br />");
			switch (run) {
				case Text.Plain it -> html.append(words);
				case Text.Strong it -> html.append("<strong>").append(words).append("</strong>");
				case Text.Link it -> html.append("<a href=\"").append(escaped(it.address())).append("\" title=\"").append(escaped(it.words())).append("\">").append(words)
						.append("</a>");
			}
		}
	}

	private static String read(String name) {
		try (InputStream looks = Objects.requireNonNull(PaperHtml.class.getResourceAsStream(name))) {
			return new String(looks.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
