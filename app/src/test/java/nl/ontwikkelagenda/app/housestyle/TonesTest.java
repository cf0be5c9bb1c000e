package nl.ontwikkelagenda.app.housestyle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import nl.ontwikkelagenda.agenda.partnership.Colour;

import org.junit.jupiter.api.Test;

/** Whatever colour a partnership chooses, its pages can be read. */
class TonesTest {

	private static final Colour BLUE = new Colour("#154273");
	private static final Colour SKY = new Colour("#8fbcec");

	@Test
	void aColourThatCanBeReadStaysAsItIs() {
		assertThat(Tones.of(BLUE).light()).isEqualTo(BLUE);
		assertThat(Tones.of(SKY).dark()).isEqualTo(SKY);
		assertThat(Tones.of(BLUE).onLight()).isEqualTo(new Colour("#ffffff"));
	}

	@Test
	void everyColourBecomesTonesWithEnoughContrast() {
		Random random = new Random(37);
		for (int i = 0; i < 2_000; i++) {
			Colour colour = new Colour("#%06x".formatted(random.nextInt(0x1000000)));
			Tones tones = Tones.of(colour);
			for (Colour page : Tones.LIGHT_PAGES) {
				assertThat(tones.light().contrastWith(page)).as("%s", colour).isGreaterThanOrEqualTo(Tones.ENOUGH);
			}
			for (Colour page : Tones.DARK_PAGES) {
				assertThat(tones.dark().contrastWith(page)).as("%s", colour).isGreaterThanOrEqualTo(Tones.ENOUGH);
			}
			assertThat(tones.onLight().contrastWith(tones.light())).as("%s", colour).isGreaterThanOrEqualTo(Tones.ENOUGH);
			assertThat(tones.onDark().contrastWith(tones.dark())).as("%s", colour).isGreaterThanOrEqualTo(Tones.ENOUGH);
		}
	}
}
