package nl.ontwikkelagenda.app.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import nl.ontwikkelagenda.app.BesideOthers;
import nl.ontwikkelagenda.app.person.DemoAccounts;
import nl.ontwikkelagenda.app.reporting.ReportJson;
import nl.ontwikkelagenda.app.rest.Running;
import nl.ontwikkelagenda.app.rest.Running.Answer;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDContentStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** What a secretary sends round: of the meetings of 2018 and 2021, and of one that was made up to be hard. */
@BesideOthers
@TestInstance(Lifecycle.PER_CLASS)
class PapersTest {

	private static final String SECRETARY = "secretaris";
	private static final String AS_NOW = "Namen van personen zijn zoals ze nu zijn. Wat is gelakt of gewist, blijft weg: daar staat [verwijderd].";
	private static final String LOGO = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#c2410c"/></svg>""";
	private static final String LOGO_COLOUR = "#c2410c";

	private final Running app = Running.withDemo();

	@AfterAll
	void stop() {
		app.context().close();
	}

	@Test
	void theMinutesOfTheWorkSessionOf2018SayWhatWasAgreed() throws Exception {
		String session = meeting("succesvol samenwerken");
		byte[] pdf = pdf(session + "/minutes");
		assertThat(text(pdf)).contains("Verslag: ", "24 september 2018", "Concept", "Afspraken", "Pagina 1 van ", "Samenwerking onderwijs en gemeenten in de Regio");
		try (XWPFDocument document = docx(session + "/minutes")) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getStyle).contains("Title", "Heading1");
			assertThat(document.getTables()).isNotEmpty();
		}
		HttpResponse<byte[]> page = fetch(session + "/minutes?format=html");
		assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("lang=\"nl-NL\"", "<h2 id=\"kop1\">Aanwezigheid</h2>");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).startsWith("default-src 'none'");
		assertThat(app.get(SECRETARY, session + "/minutes").json().has("items")).isTrue();
	}

	@Test
	void theAgendaAndMinutesOfATableIn2021AreGoodPdfs() throws Exception {
		String table = meeting("grijs gebied");
		assertThat(text(pdf(table + "/agenda"))).contains("Agenda: ", "Onderwerpen");
		assertThat(text(pdf(table + "/minutes"))).contains("2021");
	}

	@Test
	void theDecisionListIsOfABodyAndAYear() throws Exception {
		String decision = app.get(SECRETARY, "/api/v1/decisions?year=2021&pageSize=1").json().path("items").path(0).path("title").asString();
		String body = "/api/v1/bodies/" + app.get(SECRETARY, "/api/v1/decisions?year=2021&pageSize=1").json().path("items").path(0).path("bodyId").asString();
		assertThat(text(pdf(body + "/decision-list?year=2021"))).contains("Besluitenlijst 2021", decision.substring(0, 10));
		assertThat(text(pdf(body + "/decision-list?year=1999"))).contains("In 1999 zijn geen besluiten vastgelegd.");
		try (XWPFDocument document = docx(body + "/decision-list?year=2021")) {
			assertThat(document.getParagraphs()).filteredOn(paragraph -> "Title".equals(paragraph.getStyle())).extracting(XWPFParagraph::getText)
					.containsExactly("Besluitenlijst 2021");
			XWPFTable list = document.getTables().getFirst();
			assertThat(list.getRow(0).getTableCells()).extracting(XWPFTableCell::getText).containsExactly("Nummer", "Besluit", "Genomen op", "Stand");
			assertThat(list.getRows()).hasSize(1 + app.get(SECRETARY, body.replace("/bodies/", "/decisions?year=2021&bodyId=")).json().path("total").intValue());
			assertThat(list.getText()).contains("2021-1", decision.substring(0, 10));
		}
	}

	@Test
	void theActionListIsOfABodyATableOrAPartnership() throws Exception {
		String action = "/api/v1/actions?pageSize=1&sort=agreedOn";
		String partnership = "/api/v1/partnerships/" + app.get(SECRETARY, action).json().path("items").path(0).path("partnershipId").asString();
		assertThat(text(pdf(partnership + "/action-list"))).contains("Actielijst", "Lopende acties", "Acties die klaar zijn");
		String table = "/api/v1/tables/" + app.get(SECRETARY, "/api/v1/tables?pageSize=1").json().path("items").path(0).path("tableId").asString();
		assertThat(text(pdf(table + "/action-list"))).contains("Actielijst");
	}

	@Test
	void aProgressReportIsAPaperWithItsChartsAndItselfForPrograms() throws Exception {
		String session = meeting("succesvol samenwerken");
		String region = "partnershipId=" + app.get(SECRETARY, session).json().path("partnershipId").asString();
		String report = "/api/v1/reports/progress?" + region + "&asOf=2019-07-31";
		byte[] pdf = fetch(report + "&format=pdf").body();
		assertThat(Conformance.faults(pdf)).isEmpty();
		assertThat(text(pdf)).contains("Voortgang: Samenwerking onderwijs en gemeenten in de Regio", "Samenwerkingsverband, alles tot nu toe", "31 juli 2019", "Inhoud",
				"In het kort",
				"Acties afgesproken", "Lopende acties", "Visiesessie", "Waarover niets is vastgelegd", "Pagina 2 van ");
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDComplexFileSpecification attached = Objects.requireNonNull(document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("voortgang.json"));
			JsonNode inside = JsonMapper.shared().readTree(attached.getEmbeddedFile().toByteArray());
			assertThat(ReportJson.counts(inside, "actions-agreed", "actions-open")).containsExactly(8, 8);
			assertThat(ReportJson.section(inside, "actions").path("charts").path(0).path("lines").path(0).path("values").valueStream().map(JsonNode::intValue).toList().getLast())
					.isEqualTo(8);
		}
		try (XWPFDocument document = docx(report.replace("&asOf", "&period=schooljaar%202018-2019&asOf"))) {
			assertThat(document.getParagraphs()).extracting(XWPFParagraph::getStyle).contains("Title", "Heading1", "Heading2");
			assertThat(document.getAllPictures()).isNotEmpty();
		}
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(fetch(report + "&period=schooljaar%202018-2019&format=xlsx").body()))) {
			Cell day = beside(workbook.getSheet("Verslag"), "Stand op");
			assertThat(DateUtil.isCellDateFormatted(day)).as("a real date").isTrue();
			assertThat(day.getLocalDateTimeCellValue()).isEqualTo("2019-07-31T00:00");
			assertThat(beside(workbook.getSheet("Verslag"), "Eerste dag").getLocalDateTimeCellValue()).isEqualTo("2018-08-01T00:00");
			Cell agreed = beside(workbook.getSheet("Acties"), "Afgesproken");
			assertThat(agreed.getCellType()).as("a real number").isEqualTo(CellType.NUMERIC);
			assertThat(agreed.getNumericCellValue()).isEqualTo(8);
		}
		assertThat(new String(fetch(report + "&format=html").body(), StandardCharsets.UTF_8)).contains("data:image/svg+xml", "Voortgang: ");
		assertThat(text(fetch("/api/v1/reports/progress?format=pdf&meetingId=" + session.substring(session.lastIndexOf('/') + 1)).body()))
				.contains("Bijeenkomst, alles tot nu toe");
		assertThat(fetch("/voortgang/bestand?format=pdf&" + region).headers().firstValue("Content-Disposition").orElse(""))
				.contains("voortgang.pdf");
	}

	@Test
	void whatIsAskedOfAnEarlierDayIsAsItWasThen() throws Exception {
		String session = meeting("succesvol samenwerken");
		assertThat(fetch(session + "/minutes?format=pdf&asOf=2018-01-01").statusCode()).isEqualTo(404);
		HttpResponse<byte[]> then = fetch(session + "/minutes?format=pdf&asOf=2018-12-31");
		assertThat(then.statusCode()).isEqualTo(200);
		assertThat(then.headers().firstValue("Content-Location")).hasValueSatisfying(location -> assertThat(location).contains("asOf=2018-12-31"));
		assertThat(text(then.body())).contains("Zoals bekend op: maandag 31 december 2018");
		assertThat(new String(fetch("/api/v1/reports/progress?format=html&asOf=2018-12-31&meetingId=" + session.substring(session.lastIndexOf('/') + 1)).body(),
				StandardCharsets.UTF_8)).contains(AS_NOW);
	}

	@Test
	void aPartnershipHasItsOwnColoursAndLogo() throws Exception {
		String partnership = partnership();
		Answer logo = upload(partnership, "logo.svg", LOGO);
		assertThat(logo.status()).isEqualTo(201);
		String id = logo.json().path("attachmentId").asString();
		app.post(SECRETARY, partnership + "/house-styles", style("#ffb612", "#ffffff", id)).isProblem(409);
		assertThat(app.post(SECRETARY, partnership + "/house-styles", style("groen", "#ffffff", id)).isProblem(400).wrongFields()).containsExactly("colour");
		app.post("deelnemer", partnership + "/house-styles", style("#0b5a46", "#e6f2ee", id)).isProblem(403);
		app.post(SECRETARY, partnership + "/house-styles", style("#0b5a46", "#e6f2ee", Running.unknownId())).isProblem(409);
		Answer chosen = app.post(SECRETARY, partnership + "/house-styles", style("#0b5a46", "#e6f2ee", id));
		assertThat(chosen.status()).isEqualTo(201);
		assertThat(chosen.json().path("houseStyle").path("logoId").asString()).isEqualTo(id);
		String page = new String(fetch(partnership + "/action-list?format=html").body(), StandardCharsets.UTF_8);
		assertThat(page).contains("#0b5a46", "data:image/svg+xml;base64,");
		assertThat(colours(pdf(partnership + "/action-list"))).as("the colour, and that of the logo").contains("#0b5a46", LOGO_COLOUR);
		try (XWPFDocument document = docx(partnership + "/action-list")) {
			assertThat(document.getStyle().xmlText()).containsIgnoringCase("0b5a46").containsIgnoringCase("e6f2ee");
			assertThat(pictures(document)).isNotEmpty();
		}
		assertThat(app.send(SECRETARY, "DELETE", "/api/v1/attachments/" + id, null).status()).isEqualTo(200);
		assertThat(new String(fetch(partnership + "/action-list?format=html").body(), StandardCharsets.UTF_8)).doesNotContain("data:image");
		assertThat(colours(pdf(partnership + "/action-list"))).contains("#0b5a46").doesNotContain(LOGO_COLOUR);
		try (XWPFDocument document = docx(partnership + "/action-list")) {
			assertThat(pictures(document)).isEmpty();
		}
	}

	@Test
	void ofSvgOnlyWhatDrawsIsTaken() {
		String partnership = partnership();
		String start = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"";
		for (String harmful : List.of(start + " onload=\"a()\"/>", start + "><script>a()</script></svg>", start + "><image href=\"http://example.org/a\"/></svg>",
				start + "><style>rect{}</style></svg>", start + "><rect fill=\"url(http://example.org/a)\"/></svg>", "<!DOCTYPE svg [<!ENTITY a \"b\">]>" + start + ">&a;</svg>",
				start + "><g><foreignObject/></g></svg>", "<svg/>", "geen svg", start + ">")) {
			upload(partnership, "logo.svg", harmful).isProblem(400);
		}
	}

	@Test
	void mentionsEmojiAndManyItemsAreNoTrouble() throws Exception {
		String partnership = partnership();
		String id = partnership.substring(partnership.lastIndexOf('/') + 1);
		String meeting = location(app.post(SECRETARY, "/api/v1/meetings", """
				{"partnershipId": "%s", "title": "Overleg 🎉 café & <b>", "plannedOn": "2021-05-01"}""".formatted(id)));
		for (int item = 1; item <= 200; item++) {
			assertThat(app.post(SECRETARY, meeting + "/items", """
					{"title": "Punt %d: vraag van @[%s] 👍"}""".formatted(item, DemoAccounts.SECRETARY)).status()).isEqualTo(201);
		}
		String text = text(pdf(meeting + "/agenda"));
		assertThat(text).contains("Overleg □ café & <b>", "Punt 200").doesNotContain(DemoAccounts.SECRETARY.toString());
		try (XWPFDocument document = docx(meeting + "/agenda")) {
			assertThat(document.getTables().getFirst().getNumberOfRows()).isEqualTo(201);
			assertThat(document.getParagraphs().getFirst().getText()).isEqualTo("Agenda: Overleg 🎉 café & <b>");
		}
	}

	@Test
	void whoMayNotSeeAMeetingGetsNoPaper() throws Exception {
		String partnership = app.partnership("Elders");
		assertThat(fetch(partnership + "/action-list?format=pdf").statusCode()).isEqualTo(404);
		assertThat(fetch("/api/v1/meetings/" + Running.unknownId() + "/agenda?format=pdf").statusCode()).isEqualTo(404);
		assertThat(fetch(meeting("succesvol samenwerken") + "/agenda?format=xlsx").statusCode()).isEqualTo(406);
	}

	@Test
	void manyAskAtOnce() throws Exception {
		String session = meeting("succesvol samenwerken");
		List<Callable<Integer>> requests = IntStream.range(0, 8).<Callable<Integer>>mapToObj(any -> () -> fetch(session + "/minutes?format=pdf").statusCode()).toList();
		try (ExecutorService readers = Executors.newFixedThreadPool(8)) {
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> answer : readers.invokeAll(requests)) {
				statuses.add(answer.get());
			}
			assertThat(statuses).containsOnly(200);
		}
	}

	@Test
	void thePageOfMeetingsLeadsToThem() throws Exception {
		String path = meeting("succesvol samenwerken").replace("/api/v1/meetings", "/bijeenkomsten");
		HttpResponse<byte[]> start = fetch("/");
		assertThat(new String(start.body(), StandardCharsets.UTF_8)).contains(path + "/agenda.pdf", path + "/verslag.docx");
		assertThat(Conformance.faults(fetch(path + "/verslag.pdf").body())).isEmpty();
		assertThat(fetch(path + "/agenda.docx").headers().firstValue("Content-Type")).hasValue(PaperFormat.DOCUMENT);
		assertThat(fetch(path + "/agenda.exe").statusCode()).isEqualTo(404);
	}

	/** The cell to the right of the one with this text in the first column. */
	private static Cell beside(Sheet sheet, String label) {
		return StreamSupport.stream(sheet.spliterator(), false).filter(row -> row.getCell(0) != null && row.getCell(0).toString().equals(label)).findFirst().orElseThrow()
				.getCell(1);
	}

	private static List<String> pictures(XWPFDocument document) throws InvalidFormatException {
		return document.getPackage().getParts().stream().map(part -> part.getPartName().getName()).filter(name -> name.startsWith("/word/media/")).toList();
	}

	/** Every colour with which something is painted, drawings inside drawings included. */
	private static Set<String> colours(byte[] pdf) throws IOException {
		Set<String> colours = new TreeSet<>();
		try (PDDocument document = Loader.loadPDF(pdf)) {
			for (PDPage page : document.getPages()) {
				collect(page, page.getResources(), colours);
			}
		}
		return colours;
	}

	private static void collect(PDContentStream content, @Nullable PDResources resources, Set<String> colours) throws IOException {
		List<Float> numbers = new ArrayList<>();
		for (Object token : new PDFStreamParser(content).parse()) {
			if (token instanceof COSNumber number) {
				numbers.add(number.floatValue());
			} else {
				if (token instanceof Operator operator && operator.getName().toLowerCase(Locale.ROOT).matches("rg|scn?") && numbers.size() == 3) {
					colours.add("#%02x%02x%02x".formatted(numbers.stream().map(part -> Math.round(part * 255)).toArray()));
				}
				numbers.clear();
			}
		}
		if (resources != null) {
			for (COSName name : resources.getXObjectNames()) {
				if (resources.getXObject(name) instanceof PDFormXObject form) {
					collect(form, form.getResources(), colours);
				}
			}
		}
	}

	private static String style(String colour, String tint, String logo) {
		return """
				{"colour": "%s", "tint": "%s", "logoId": "%s"}""".formatted(colour, tint, logo);
	}

	private String partnership() {
		String partnership = app.partnership("Regio Huisstijl");
		app.give(partnership, DemoAccounts.SECRETARY, "SECRETARY");
		app.give(partnership, DemoAccounts.PARTICIPANT, "PARTICIPANT");
		return partnership;
	}

	private Answer upload(String partnership, String name, String content) {
		return app.send(SECRETARY, "POST", partnership + "/files", content, "Content-Type", "application/octet-stream", "Content-Disposition",
				"attachment; filename=\"" + name + "\"");
	}

	private static String location(Answer made) {
		assertThat(made.status()).as(made.body()).isEqualTo(201);
		return Objects.requireNonNull(made.header("Location"));
	}

	private String meeting(String words) {
		Answer found = app.get(SECRETARY, "/api/v1/meetings?pageSize=1&status=HELD&search=" + words.replace(" ", "%20"));
		return "/api/v1/meetings/" + found.json().path("items").path(0).path("meetingId").asString();
	}

	private byte[] pdf(String path) throws IOException, InterruptedException {
		HttpResponse<byte[]> answer = fetch(path, "Accept", PaperFormat.PORTABLE);
		assertThat(answer.statusCode()).as(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).hasValue(PaperFormat.PORTABLE);
		assertThat(answer.headers().firstValue("Content-Disposition")).hasValueSatisfying(name -> assertThat(name).endsWith(".pdf\""));
		assertThat(Conformance.faults(answer.body())).isEmpty();
		return answer.body();
	}

	private XWPFDocument docx(String path) throws IOException, InterruptedException {
		HttpResponse<byte[]> answer = fetch(path + (path.contains("?") ? "&" : "?") + "format=docx");
		assertThat(answer.statusCode()).isEqualTo(200);
		return new XWPFDocument(new ByteArrayInputStream(answer.body()));
	}

	private HttpResponse<byte[]> fetch(String path, String... headers) throws IOException, InterruptedException {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port() + path)).header("Authorization", Running.authorization(SECRETARY));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request.build(), BodyHandlers.ofByteArray());
		}
	}

	private static String text(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFTextStripper().getText(document);
		}
	}
}
