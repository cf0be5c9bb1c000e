package nl.ontwikkelagenda.reporting.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import nl.ontwikkelagenda.reporting.chart.Chart.Kind;
import nl.ontwikkelagenda.reporting.chart.Chart.Line;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {

	private static final List<String> ELEMENTS = List.of("Visie & doelen", "Vertrouwen", "Leiderschap", "Samen leren", "Ouders en jongeren", "Organisatie");

	@Test
	void burnUpSaysWhatWasAgreedAndWhatIsDone() throws Exception {
		Chart chart = new Chart(Kind.LINES, "Acties", "", List.of("sep 2018", "okt 2018", "nov 2018"),
				List.of(new Line("afgesproken", values(8, 8, 12), true), new Line("klaar", values(0, 3, 5), false)));
		Document drawn = drawn(chart);
		assertThat(texts(drawn)).contains("Acties", "sep 2018", "afgesproken: 12", "klaar: 5", "0", "15");
		assertThat(drawn.getElementsByTagName("desc").item(0).getTextContent())
				.isEqualTo("afgesproken: sep 2018 8, okt 2018 8, nov 2018 12.\nklaar: sep 2018 0, okt 2018 3, nov 2018 5.");
		assertThat(dashed(drawn)).as("not told apart by colour alone").isEqualTo(1);
	}

	@Test
	void aValueThatIsNotThereIsAGapInTheLine() throws Exception {
		Document drawn = drawn(
				new Chart(Kind.LINES, "Thuiszitters", "leerlingen", List.of("2018", "2019", "2020", "2021"), List.of(new Line("regio", values(10, null, 8, 7), false))));
		String path = path(drawn, 0);
		assertThat(path.chars().filter(letter -> letter == 'M').count()).as(path).isEqualTo(2);
		assertThat(drawn.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("regio: 2018 10 leerlingen, 2020 8 leerlingen, 2021 7 leerlingen.");
	}

	@Test
	void aRadarHoldsWhatIsNowAgainstTheBaseline() throws Exception {
		Chart chart = new Chart(Kind.RADAR, "Reflectie", "", ELEMENTS,
				List.of(new Line("nulmeting", values(2, 3, 2.5, 1, 4, 3), true), new Line("nu", values(3, 3.5, 3, 2, 4, 3.5), false)));
		Document drawn = drawn(chart);
		assertThat(texts(drawn)).contains("Visie & doelen", "Organisatie", "nulmeting", "nu", "5");
		assertThat(drawn.getElementsByTagName("desc").item(0).getTextContent()).contains("nulmeting: Visie & doelen 2, Vertrouwen 3, Leiderschap 2,5,");
	}

	@Test
	void barsCarryTheirValuesAndSayWhatWasNotMeasured() throws Exception {
		Document drawn = drawn(new Chart(Kind.BARS, "Per regio", "procent", List.of("Achterhoek", "Gooi", "Twente"), List.of(new Line("2019", values(12.5, null, 7), false))));
		assertThat(texts(drawn)).contains("Achterhoek", "12,5", "niet gemeten", "7");
		assertThat(drawn.getElementsByTagName("rect").getLength()).isEqualTo(2);
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void everythingStaysInThePicture(Kind kind) throws Exception {
		List<String> places = IntStream.range(0, 40).mapToObj(place -> "Een plaats met een heel lange naam die niet past " + place).toList();
		List<@Nullable BigDecimal> values = new ArrayList<>(
				IntStream.range(0, 40).mapToObj(place -> BigDecimal.valueOf(kind == Kind.RADAR ? 1 + place % 5 : place * 123_456L)).toList());
		Document drawn = drawn(new Chart(kind, "Titel met <tekens> & \"aanhalingstekens\"", "", places, List.of(new Line("wat", values, false), new Line("anders", values, true))));
		Element root = drawn.getDocumentElement();
		double width = Double.parseDouble(root.getAttribute("width"));
		double height = Double.parseDouble(root.getAttribute("height"));
		for (String name : List.of("circle", "rect", "text")) {
			NodeList all = drawn.getElementsByTagName(name);
			for (int i = 0; i < all.getLength(); i++) {
				Element each = (Element) all.item(i);
				assertThat(number(each, "x", "cx")).isBetween(0.0, width);
				assertThat(number(each, "y", "cy")).isBetween(0.0, height);
			}
		}
		assertThat(drawn.getElementsByTagName("style").getLength()).isZero();
	}

	@Test
	void nothingToDrawIsToldBeforehand() {
		assertThat(new Chart(Kind.RADAR, "Leeg", "", ELEMENTS, List.of(new Line("nulmeting", Collections.nCopies(6, null), false))).isEmpty()).isTrue();
		assertThatThrownBy(() -> new Chart(Kind.BARS, "Scheef", "", ELEMENTS, List.of(new Line("te kort", values(1, 2), false)))).isInstanceOf(IllegalArgumentException.class);
	}

	@Test
	void stepsOfAnAxisAreRoundNumbers() {
		assertThat(List.of(0.3, 1.0, 1.4, 3.0, 7.0, 240.0)).extracting(LineChart::niceStep).containsExactly(0.5, 1.0, 2.0, 5.0, 10.0, 500.0);
	}

	private static List<@Nullable BigDecimal> values(@Nullable Number... values) {
		List<@Nullable BigDecimal> list = new ArrayList<>();
		for (Number value : values) {
			list.add(value == null ? null : new BigDecimal(value.toString()));
		}
		return list;
	}

	private static Document drawn(Chart chart) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(chart.svg())));
	}

	private static List<String> texts(Document drawn) {
		NodeList texts = drawn.getElementsByTagName("text");
		return IntStream.range(0, texts.getLength()).mapToObj(i -> texts.item(i).getTextContent()).toList();
	}

	private static long dashed(Document drawn) {
		NodeList paths = drawn.getElementsByTagName("path");
		return IntStream.range(0, paths.getLength()).filter(i -> ((Element) paths.item(i)).hasAttribute("stroke-dasharray")).count();
	}

	private static String path(Document drawn, int index) {
		return ((Element) drawn.getElementsByTagName("path").item(index)).getAttribute("d").toUpperCase(Locale.ROOT);
	}

	private static double number(Element element, String name, String otherwise) {
		return Double.parseDouble(element.getAttribute(element.hasAttribute(name) ? name : otherwise));
	}
}
