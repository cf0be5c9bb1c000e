package nl.ontwikkelagenda.app.participation;

import java.time.LocalDate;
import java.util.List;

import nl.ontwikkelagenda.app.exchange.PaperPress;
import nl.ontwikkelagenda.app.pages.Dutch;
import nl.ontwikkelagenda.reporting.paper.Block;
import nl.ontwikkelagenda.reporting.paper.HouseStyle;
import nl.ontwikkelagenda.reporting.paper.Paper;
import nl.ontwikkelagenda.reporting.paper.PaperFormat;
import nl.ontwikkelagenda.reporting.paper.Text;

import org.springframework.stereotype.Component;

/** Prints a certificate on one page, in the house style of the programme. */
@Component
class CertificatePaper {

	private final PaperPress press;
	private final Dutch dutch;

	CertificatePaper(PaperPress press, Dutch dutch) {
		this.press = press;
		this.dutch = dutch;
	}

	/**
	 * What it says.
	 *
	 * @param attended how many sessions
	 */
	record Words(String name, HouseStyle programme, String community, int attended, LocalDate certifiedOn) {
	}

	byte[] of(Words words) {
		String attended = words.attended() == 1 ? "en was aanwezig bij 1 bijeenkomst." : "en was aanwezig bij " + words.attended() + " bijeenkomsten.";
		return press.make(new Paper("Bewijs van deelname: " + words.community(), words.programme().partnership(), null, List.of(), words.programme(), false,
				List.of(new Block.Paragraph(Text.strong(words.name())), Block.Paragraph.of("heeft deelgenomen aan de community"),
						new Block.Paragraph(Text.strong(words.community())),
						Block.Paragraph.of(attended), Block.Paragraph.of("Vastgesteld op " + dutch.day(words.certifiedOn()))),
				List.of()), PaperFormat.PDF);
	}
}
