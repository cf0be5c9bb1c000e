package nl.ontwikkelagenda.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentLineTest {

	@ParameterizedTest
	@ValueSource(strings = {"kort", "Coördinatie van de financiële ondersteuning; één, twee, drieënzeventig\nen \\ een nieuwe regel: \"ja\"",
			"🏫🤝🏫🤝🏫🤝🏫🤝🏫🤝🏫🤝🏫🤝🏫🤝🏫🤝🏫🤝🏫🤝",
			"ëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëëë"})
	void what_is_written_is_read_again(String words) {
		String folded = ContentLine.text("SUMMARY", words).folded();
		for (String line : folded.split("\r\n")) {
			assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(ContentLine.LONGEST);
		}
		assertThat(folded).endsWith("\r\n").doesNotContain("�");
		ContentLine read = ContentLine.read(folded).getFirst();
		assertThat(read.words()).isEqualTo(words);
		assertThat(read.name()).isEqualTo("SUMMARY");
	}

	@Test
	void control_characters_are_left_out() {
		assertThat(ContentLine.text("SUMMARY", "a\u0000b\u0007c\u0085d\r\ne\tf").folded()).isEqualTo("SUMMARY:abc\\nd\\ne\tf\r\n");
		assertThat(ContentLine.of("ATTENDEE", "mailto:a@school.example").with("CN", "De \"Zon\": a,b\r\nX-EVIL:1").folded())
				.isEqualTo("ATTENDEE;CN=\"De 'Zon': a,b X-EVIL:1\":mailto:a@school.example\r\n");
	}

	@Test
	void quotes_hide_separators_in_parameters() {
		ContentLine line = ContentLine.read("attendee;CN=\"Jansen; Piet: ja\";PARTSTAT=ACCEPTED:mai\n lto:piet@school.example").getFirst();
		assertThat(line.name()).isEqualTo("ATTENDEE");
		assertThat(line.parameter("CN")).isEqualTo("Jansen; Piet: ja");
		assertThat(line.parameter("PARTSTAT")).isEqualTo("ACCEPTED");
		assertThat(line.value()).isEqualTo("mailto:piet@school.example");
	}

	@Test
	void the_hour_that_comes_twice_is_written_in_utc() {
		assertThat(ContentLine.local("DTSTART", Instant.parse("2021-10-31T00:30:00Z")).folded()).isEqualTo("DTSTART:20211031T003000Z\r\n");
		assertThat(ContentLine.local("DTSTART", Instant.parse("2021-10-31T01:30:00Z")).folded()).isEqualTo("DTSTART:20211031T013000Z\r\n");
		assertThat(ContentLine.local("DTSTART", Instant.parse("2021-10-31T02:30:00Z")).folded()).isEqualTo("DTSTART;TZID=Europe/Amsterdam:20211031T033000\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "x", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nEND:VEVENT\r\n", "END:VCALENDAR", "BEGIN:VEVENT\nEND:VEVENT",
			"BEGIN:VCALENDAR\nEND:VCALENDAR\nMETHOD:REPLY",
			"BEGIN:VCALENDAR\nEND:VCALENDAR\nBEGIN:VCALENDAR\nEND:VCALENDAR", "BEGIN:VCALENDAR\n;\nEND:VCALENDAR", "BEGIN:VCALENDAR\nA;=x:y\nEND:VCALENDAR",
			"BEGIN:VCALENDAR\nA;B=\"x:y\nEND:VCALENDAR", "BEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\nBEGIN:A\n"})
	void what_is_no_calendar_is_refused_in_a_sentence(String content) {
		assertThatThrownBy(() -> CalendarComponent.read(content.getBytes(StandardCharsets.UTF_8))).isInstanceOfSatisfying(InvalidInput.class,
				e -> assertThat(e.errors()).allSatisfy(error -> assertThat(error.message()).endsWith(".")));
	}

	@Test
	void no_mutation_of_a_reply_does_more_than_be_refused() {
		byte[] good = CalendarOverHttpTest.reply("meeting-0190d2f5-0000-7000-8000-000000000001", 0, "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@school.example")
				.getBytes(StandardCharsets.UTF_8);
		assertThat(CalendarReply.read(good).email()).isEqualTo("a@school.example");
		Random random = new Random(4);
		for (int i = 0; i < 20_000; i++) {
			byte[] bad = good.clone();
			for (int change = 0; change <= i % 4; change++) {
				bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
			}
			try {
				assertThat(CalendarReply.read(bad)).isNotNull();
			} catch (InvalidInput e) {
				assertThat(e.errors()).isNotEmpty();
			}
		}
	}
}
