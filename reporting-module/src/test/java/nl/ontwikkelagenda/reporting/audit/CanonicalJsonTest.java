package nl.ontwikkelagenda.reporting.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

	/** RFC 8785, appendix B: the bits of a number, and how it is written. */
	@ParameterizedTest
	@CsvSource({"0000000000000000,0", "8000000000000000,0", "0000000000000001,5e-324", "8000000000000001,-5e-324", "7fefffffffffffff,1.7976931348623157e+308",
			"ffefffffffffffff,-1.7976931348623157e+308", "4340000000000000,9007199254740992", "c340000000000000,-9007199254740992", "4430000000000000,295147905179352830000",
			"44b52d02c7e14af5,9.999999999999997e+22", "44b52d02c7e14af6,1e+23", "44b52d02c7e14af7,1.0000000000000001e+23", "444b1ae4d6e2ef4e,999999999999999700000",
			"444b1ae4d6e2ef4f,999999999999999900000", "444b1ae4d6e2ef50,1e+21", "3eb0c6f7a0b5ed8c,9.999999999999997e-7", "3eb0c6f7a0b5ed8d,0.000001",
			"41b3de4355555553,333333333.3333332", "41b3de4355555554,333333333.33333325", "41b3de4355555555,333333333.3333333", "41b3de4355555556,333333333.3333334",
			"41b3de4355555557,333333333.33333343", "becbf647612f3696,-0.0000033333333333333333", "43143ff3c1cb0959,1424953923781206.2"})
	void numbersAreWrittenAsTheStandardSays(String bits, String written) {
		assertThat(CanonicalJson.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16)))).isEqualTo(written);
	}

	@ParameterizedTest
	@ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
	void whatIsNoNumberIsRefused(double number) {
		assertThatThrownBy(() -> CanonicalJson.number(number)).isInstanceOf(CanonicalJson.Malformed.class);
	}

	/** RFC 8785, 3.2.2 and 3.2.3. */
	@Test
	void theExampleOfTheStandard() {
		assertThat(CanonicalJson.canonical("""
				{
				  "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
				  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
				  "literals": [null, true, false]
				}""")).isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
				+ "\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
	}

	/** RFC 8785, 3.2.3: by UTF-16 code units, so an emoji before U+FB33. */
	@Test
	void membersAreSortedByCodeUnits() {
		assertThat(CanonicalJson.canonical("""
				{"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face",
				"\\u0080": "Control", "\\u00f6": "Latin Small Letter O With Diaeresis"}""")).isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
				+ "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji: Grinning Face\","
				+ "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {"[56,{\"d\":true,\"10\":null,\"1\":[]}]|[56,{\"1\":[],\"10\":null,\"d\":true}]", " { } |{}", "[ ]|[]", "\"\"|\"\"",
			"-0|0", "1e2|100", "{\"a\":{\"b\":[1 , 2]}}|{\"a\":{\"b\":[1,2]}}"})
	void spaceAndOrderDoNotMatter(String json, String canonical) {
		assertThat(CanonicalJson.canonical(json)).isEqualTo(canonical);
		assertThat(CanonicalJson.canonical(canonical)).isEqualTo(canonical);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "{", "[1,]", "{\"a\":1,}", "{\"a\":1,\"a\":2}", "01", "+1", "1.", ".5", "1e", "-", "nul", "True", "'a'", "\"a", "\"\\x\"", "\"\\u12\"",
			"\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\t\"", "1 2", "[1", "NaN", "1e999999999999"})
	void whatIsNoJsonIsRefused(String json) {
		assertThatThrownBy(() -> CanonicalJson.canonical(json)).isInstanceOf(CanonicalJson.Malformed.class);
	}

	@Test
	void whatIsNestedWithoutEndIsRefused() {
		assertThatThrownBy(() -> CanonicalJson.parse("[".repeat(100_000))).isInstanceOf(CanonicalJson.Malformed.class);
		assertThat(CanonicalJson.parse("[".repeat(201) + "]".repeat(201))).isNotNull();
		assertThatThrownBy(() -> CanonicalJson.parse("[".repeat(201) + "1" + "]".repeat(201))).isInstanceOf(CanonicalJson.Malformed.class);
	}

	@Test
	void aNumberWithoutEndIsRefusedBeforeItIsRead() {
		assertThatThrownBy(() -> CanonicalJson.parse("9".repeat(4_000_000))).isInstanceOf(CanonicalJson.Malformed.class);
	}
}
