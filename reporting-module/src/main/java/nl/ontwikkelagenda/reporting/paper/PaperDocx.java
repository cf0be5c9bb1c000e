package nl.ontwikkelagenda.reporting.paper;

import static nl.ontwikkelagenda.reporting.paper.Markup.escaped;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a paper as an Office Open XML document (ECMA-376), with the styles that Word and LibreOffice know by name. */
final class PaperDocx {

	private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
	private static final String NAMESPACES = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
			+ " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
			+ " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
	private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
	private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
	private static final int TEXT_WIDTH = 9638;
	private static final int NUMBERED = 2;

	private final Paper paper;
	private final DocxPart document = new DocxPart("document");
	private final DocxPart header = new DocxPart("header1");
	private final DocxPart footer = new DocxPart("footer1");
	private int heading;
	private int numberedLists;

	private PaperDocx(Paper paper) {
		this.paper = paper;
	}

	static byte[] of(Paper paper) {
		try {
			return new PaperDocx(paper).write();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private byte[] write() throws IOException {
		header();
		footer();
		body();
		ByteArrayOutputStream made = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(made)) {
			put(zip, "[Content_Types].xml", types());
			put(zip, "_rels/.rels", XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
					+ "officeDocument\" Target=\"word/document.xml\"/><Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>");
			put(zip, "docProps/core.xml", properties());
			put(zip, "word/styles.xml", styles());
			put(zip, "word/numbering.xml", numbering());
			put(zip, "word/settings.xml", settings());
			put(zip, "word/document.xml", XML + "<w:document" + NAMESPACES + "><w:body>" + document.markup + "</w:body></w:document>");
			put(zip, "word/header1.xml", XML + "<w:hdr" + NAMESPACES + ">" + header.markup + "</w:hdr>");
			put(zip, "word/footer1.xml", XML + "<w:ftr" + NAMESPACES + ">" + footer.markup + "</w:ftr>");
			for (DocxPart part : List.of(document, header)) {
				put(zip, "word/_rels/" + part.name + ".xml.rels", part.relations());
				for (DocxPart.Picture picture : part.pictures) {
					put(zip, "word/media/" + picture.name(), picture.content());
				}
			}
		}
		return made.toByteArray();
	}

	private static void put(ZipOutputStream zip, String name, String content) throws IOException {
		put(zip, name, content.getBytes(StandardCharsets.UTF_8));
	}

	private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
		ZipEntry entry = new ZipEntry(name);
		entry.setTimeLocal(NO_TIME);
		zip.putNextEntry(entry);
		zip.write(content);
		zip.closeEntry();
	}

	private void header() {
		header.add("<w:p><w:pPr><w:pStyle w:val=\"Header\"/></w:pPr>");
		if (paper.style().logo() != null) {
			header.picture(Drawing.logo(paper.style().logo(), PaperHtml.LOGO_WIDTH, PaperHtml.LOGO_HEIGHT), "Logo van " + paper.style().partnership());
			header.run("  ", "");
		}
		header.run(paper.style().partnership(), "");
		header.add("<w:r><w:tab/></w:r>");
		header.run(Objects.requireNonNullElse(paper.mark(), ""), "");
		header.add("</w:p>");
	}

	private void footer() {
		footer.add("<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>");
		footer.run(paper.subtitle() == null ? paper.title() : paper.title() + ", " + paper.subtitle(), "");
		footer.add("<w:r><w:tab/></w:r>");
		footer.run("Pagina ", "");
		footer.field("PAGE", "1");
		footer.run(" van ", "");
		footer.field("NUMPAGES", "1");
		footer.add("</w:p>");
	}

	private void body() {
		String head = document.relate(OFFICE + "header", "header1.xml", false);
		String foot = document.relate(OFFICE + "footer", "footer1.xml", false);
		List.of("styles", "numbering", "settings").forEach(part -> document.relate(OFFICE + part, part + ".xml", false));
		paragraph("Title", Text.of(paper.title()));
		if (paper.subtitle() != null) {
			paragraph("Subtitle", Text.of(paper.subtitle()));
		}
		if (paper.mark() != null) {
			paragraph("PaperMark", Text.of(paper.mark()));
		}
		paper.facts().forEach(fact -> paragraph("PaperFact", Text.strong(fact.name() + ": ").and(fact.text())));
		if (paper.contents()) {
			contents();
		}
		paper.blocks().forEach(this::block);
		document.add("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"" + head + "\"/><w:footerReference w:type=\"default\" r:id=\"" + foot
				+ "\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1814\" w:right=\"1134\" w:bottom=\"1247\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>");
	}

	/** A field that Word fills with page numbers when it opens the document; until then, links. */
	private void contents() {
		paragraph("TOCHeading", Text.of("Inhoud"));
		List<Paper.Marked> headings = paper.headings();
		String begin = "<w:r><w:fldChar w:fldCharType=\"begin\" w:dirty=\"true\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-4\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
		for (int index = 0; index < headings.size(); index++) {
			Paper.Marked marked = headings.get(index);
			document.add("<w:p><w:pPr><w:pStyle w:val=\"TOC" + marked.heading().level() + "\"/></w:pPr>" + (index == 0 ? begin : "") + "<w:hyperlink w:anchor=\"" + marked.name()
					+ "\" w:history=\"1\">");
			document.run(marked.heading().words(), "");
			document.add("</w:hyperlink></w:p>");
		}
		document.add("<w:p>" + (headings.isEmpty() ? begin : "") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
	}

	private void block(Block block) {
		switch (block) {
			case Block.Heading it -> heading(it);
			case Block.Paragraph it -> paragraph("Normal", it.text());
			case Block.SmallPrint it -> paragraph("Normal", it.text());
			case Block.Listing it -> listing(it);
			case Block.Table it -> table(it);
			case Block.Figure it -> figure(it);
		}
	}

	private void heading(Block.Heading it) {
		String name = Paper.nameOfHeading(heading++);
		document.add("<w:p><w:pPr><w:pStyle w:val=\"Heading" + it.level() + "\"/></w:pPr><w:bookmarkStart w:id=\"" + heading + "\" w:name=\"" + name + "\"/>");
		document.run(it.words(), "");
		document.add("<w:bookmarkEnd w:id=\"" + heading + "\"/></w:p>");
	}

	private void paragraph(String style, Text text) {
		paragraph("<w:pStyle w:val=\"" + style + "\"/>", document, text);
	}

	private static void paragraph(String looks, DocxPart part, Text text) {
		part.add("<w:p><w:pPr>" + looks + "</w:pPr>");
		part.text(text);
		part.add("</w:p>");
	}

	private void listing(Block.Listing listing) {
		// every numbered list counts for itself, so it is a numbering of its own
		String looks = listing.numbered()
				? "<w:pStyle w:val=\"ListNumber\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"" + (NUMBERED + 1 + numberedLists++) + "\"/></w:numPr>"
				: "<w:pStyle w:val=\"ListBullet\"/>";
		listing.items().forEach(item -> paragraph(looks, document, item));
	}

	private void table(Block.Table table) {
		String caption = Objects.requireNonNullElse(table.caption(), "");
		if (!caption.isEmpty()) {
			paragraph("<w:pStyle w:val=\"Caption\"/><w:keepNext/>", document, Text.of(caption));
		}
		int shares = table.columns().stream().mapToInt(Block.Column::share).sum();
		List<Integer> widths = table.columns().stream().map(column -> column.share() * TEXT_WIDTH / shares).toList();
		document.add("<w:tbl><w:tblPr><w:tblStyle w:val=\"PaperTable\"/><w:tblW w:w=\"" + TEXT_WIDTH + "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0"
				+ (table.headerFirst() ? "0A" : "02") + "0\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"" + (table.headerFirst() ? 1 : 0)
				+ "\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>" + (caption.isEmpty() ? "" : "<w:tblCaption w:val=\"" + escaped(caption) + "\"/>")
				+ "</w:tblPr><w:tblGrid>");
		widths.forEach(width -> document.add("<w:gridCol w:w=\"" + width + "\"/>"));
		document.add("</w:tblGrid>");
		row(table, widths, "<w:cantSplit/><w:tblHeader/>", table.columns().stream().map(column -> Text.of(column.name())).toList());
		table.rows().forEach(row -> row(table, widths, "<w:cantSplit/>", row));
		// two tables without a paragraph between them would become one
		document.add("</w:tbl><w:p><w:pPr><w:spacing w:after=\"0\"/></w:pPr></w:p>");
	}

	private void row(Block.Table table, List<Integer> widths, String looks, List<Text> cells) {
		document.add("<w:tr><w:trPr>" + looks + "</w:trPr>");
		for (int cell = 0; cell < cells.size(); cell++) {
			document.add("<w:tc><w:tcPr><w:tcW w:w=\"" + widths.get(cell) + "\" w:type=\"dxa\"/></w:tcPr>");
			paragraph("<w:pStyle w:val=\"TableText\"/>" + (table.columns().get(cell).numbers() ? "<w:jc w:val=\"right\"/>" : ""), document, cells.get(cell));
			document.add("</w:tc>");
		}
		document.add("</w:tr>");
	}

	private void figure(Block.Figure figure) {
		document.add("<w:p><w:pPr>" + (figure.caption() == null ? "" : "<w:keepNext/>") + "</w:pPr>");
		document.picture(Drawing.figure(figure.svg(), PaperHtml.WIDTH, PaperHtml.HEIGHT), figure.alternative());
		document.add("</w:p>");
		if (figure.caption() != null) {
			paragraph("Caption", Text.of(figure.caption()));
		}
	}

	private String types() {
		return XML
				+ "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
				+ "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/><Default Extension=\"jpeg\" ContentType=\"image/jpeg\"/>"
				+ "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>" + override("document", "document.main") + override("styles", "styles")
				+ override("numbering", "numbering") + override("settings", "settings") + override("header1", "header") + override("footer1", "footer")
				+ "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";
	}

	private static String override(String part, String type) {
		return "<Override PartName=\"/word/" + part + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml." + type + "+xml\"/>";
	}

	private String properties() {
		return XML
				+ "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
				+ escaped(paper.title()) + "</dc:title><dc:creator>" + escaped(paper.style().partnership()) + "</dc:creator><dc:language>" + Paper.LANGUAGE.toLanguageTag()
				+ "</dc:language></cp:coreProperties>";
	}

	private String styles() throws IOException {
		try (InputStream styles = Objects.requireNonNull(PaperDocx.class.getResourceAsStream("styles.xml"))) {
			return new String(styles.readAllBytes(), StandardCharsets.UTF_8).replace("$colour", paper.style().colour().substring(1)).replace("$tint",
					paper.style().tint().substring(1));
		}
	}

	private String numbering() {
		StringBuilder numberings = new StringBuilder(XML + "<w:numbering" + NAMESPACES + ">" + levels(1, "bullet", "•") + levels(NUMBERED, "decimal", "%1.")
				+ "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num><w:num w:numId=\"2\"><w:abstractNumId w:val=\"2\"/></w:num>");
		for (int list = 0; list < numberedLists; list++) {
			numberings.append("<w:num w:numId=\"").append(NUMBERED + 1 + list)
					.append("\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");
		}
		return numberings.append("</w:numbering>").toString();
	}

	private static String levels(int id, String format, String text) {
		return "<w:abstractNum w:abstractNumId=\"" + id + "\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format
				+ "\"/><w:lvlText w:val=\"" + text + "\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"425\" w:hanging=\"425\"/></w:pPr></w:lvl></w:abstractNum>";
	}

	private String settings() {
		return XML + "<w:settings" + NAMESPACES + ">" + (paper.contents() ? "<w:updateFields w:val=\"true\"/>" : "") + "<w:defaultTabStop w:val=\"709\"/>"
				+ "<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>"
				+ "<w:themeFontLang w:val=\"nl-NL\"/></w:settings>";
	}

	/** A part of the document that holds text, with what it refers to. */
	private static final class DocxPart {

		private static final double UNITS_A_MILLIMETRE = 36_000;

		private final String name;
		private final StringBuilder markup = new StringBuilder();
		private final List<String> relations = new ArrayList<>();
		private final List<Picture> pictures = new ArrayList<>();

		private DocxPart(String name) {
			this.name = name;
		}

		private record Picture(String name, byte[] content) {
		}

		void add(String more) {
			markup.append(more);
		}

		void text(Text text) {
			for (Text.Run run : text.runs()) {
				switch (run) {
					case Text.Plain it -> run(it.words(), "");
					case Text.Strong it -> run(it.words(), "<w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr>");
					case Text.Link it -> {
						add("<w:hyperlink r:id=\"" + relate(OFFICE + "hyperlink", it.address(), true) + "\">");
						run(it.words(), "<w:rPr><w:rStyle w:val=\"Hyperlink\"/></w:rPr>");
						add("</w:hyperlink>");
					}
				}
			}
		}

		void run(String words, String looks) {
			String[] lines = words.split("\n", -1);
			for (int line = 0; line < lines.length; line++) {
				add("<w:r>" + looks + (line == 0 ? "" : "<w:br/>") + "<w:t xml:space=\"preserve\">" + escaped(lines[line]) + "</w:t></w:r>");
			}
		}

		void field(String instruction, String until) {
			add("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> " + instruction
					+ " </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>" + until + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
		}

		/** SVG as itself, with dots for programs that draw none. */
		void picture(Drawing drawing, String alternative) {
			boolean svg = drawing.mediaType().equals(Drawing.SVG);
			String dots = svg ? keep("png", drawing.png()) : keep(drawing.mediaType().substring("image/".length()), drawing.content());
			String itself = svg
					? "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\""
							+ keep("svg", drawing.content()) + "\"/></a:ext></a:extLst>"
					: "";
			String size = "cx=\"" + Math.round(drawing.width() * UNITS_A_MILLIMETRE) + "\" cy=\"" + Math.round(drawing.height() * UNITS_A_MILLIMETRE) + "\"";
			int id = pictures.size();
			add("<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent " + size + "/><wp:docPr id=\"" + id + "\" name=\"Afbeelding " + id
					+ "\" descr=\"" + escaped(alternative)
					+ "\"/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"" + id
					+ "\" name=\"Afbeelding " + id + "\" descr=\"" + escaped(alternative) + "\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"" + dots + "\">"
					+ itself + "</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext " + size
					+ "/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>");
		}

		private String keep(String ending, byte[] content) {
			String file = name + "-" + (pictures.size() + 1) + "." + ending;
			pictures.add(new Picture(file, content));
			return relate(OFFICE + "image", "media/" + file, false);
		}

		String relate(String type, String target, boolean outside) {
			String id = "rId" + (relations.size() + 1);
			relations.add("<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + escaped(target) + "\"" + (outside ? " TargetMode=\"External\"" : "") + "/>");
			return id;
		}

		String relations() {
			return XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + String.join("", relations) + "</Relationships>";
		}
	}
}
