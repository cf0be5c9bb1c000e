package nl.ontwikkelagenda.app.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import nl.ontwikkelagenda.app.exchange.ScannerAway;
import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.junit.jupiter.api.Test;

/** What comes in is looked at first, where there is a scanner. */
class UploadsTest {

	private static final String NAME = "attachment; filename=\"verslag.txt\"";
	private static final String BAD = "hier zit iets in";

	private static byte[] text(String words) {
		return words.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void whatTheScannerFindsIsRefusedAndTheRestIsTaken() throws IOException {
		try (ServerSocket scanner = scanner()) {
			Uploads uploads = new Uploads(new VirusScanner("127.0.0.1:" + scanner.getLocalPort()));
			assertThat(uploads.take(NAME, text("gewone woorden ".repeat(10_000))).name()).isEqualTo("verslag.txt");
			assertThatThrownBy(() -> uploads.take(NAME, text(BAD))).isInstanceOfSatisfying(InvalidInput.class,
					refused -> assertThat(refused.errors().getFirst().message()).contains("virus"));
		}
	}

	@Test
	void whatCannotBeLookedAtIsNotTaken() throws IOException {
		try (ServerSocket scanner = scanner()) {
			Uploads uploads = new Uploads(new VirusScanner("127.0.0.1:" + scanner.getLocalPort()));
			assertThatThrownBy(() -> uploads.take(NAME, text("te groot"))).isInstanceOf(ScannerAway.class);
		}
		int nobody;
		try (ServerSocket closed = new ServerSocket(0)) {
			nobody = closed.getLocalPort();
		}
		Uploads away = new Uploads(new VirusScanner("127.0.0.1:" + nobody));
		assertThatThrownBy(() -> away.take(NAME, text("gewone woorden"))).isInstanceOf(ScannerAway.class);
		assertThat(new Uploads(new VirusScanner("")).take(NAME, text("gewone woorden")).name()).isEqualTo("verslag.txt");
	}

	/** Speaks as clamd does. */
	private static ServerSocket scanner() throws IOException {
		ServerSocket scanner = new ServerSocket(0);
		Thread.ofVirtual().start(() -> {
			while (!scanner.isClosed()) {
				try (Socket asked = scanner.accept()) {
					answer(asked);
				} catch (IOException e) {
					// closed by the test
				}
			}
		});
		return scanner;
	}

	private static void answer(Socket asked) throws IOException {
		DataInputStream in = new DataInputStream(asked.getInputStream());
		assertThat(new String(in.readNBytes("zINSTREAM".length() + 1), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
		StringBuilder content = new StringBuilder();
		for (int length = in.readInt(); length > 0; length = in.readInt()) {
			content.append(new String(in.readNBytes(length), StandardCharsets.UTF_8));
		}
		String said = switch (content.toString()) {
			case BAD -> "stream: Win.Test.Toets FOUND";
			case "te groot" -> "INSTREAM size limit exceeded. ERROR";
			default -> "stream: OK";
		};
		asked.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
	}
}
