package nl.ontwikkelagenda.app.attachment;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import nl.ontwikkelagenda.app.exchange.ScannerAway;
import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Has every file that comes in looked at by a virus scanner that speaks the protocol of clamd ({@code INSTREAM}). Property {@code ontwikkelagenda.virus-scanner}: host and port; absent for
 * none.
 */
@Component
class VirusScanner {

	private static final int CONNECT_MILLIS = 2_000;
	private static final int ANSWER_MILLIS = 30_000;
	private static final int CHUNK = 65_536;
	private static final int LONGEST_ANSWER = 1_000;
	private static final String CLEAN = "OK";
	private static final String FOUND = "FOUND";

	private final String address;

	/** @throws IllegalStateException the address is none */
	VirusScanner(@Value("${ontwikkelagenda.virus-scanner:}") String address) {
		if (!address.isEmpty() && !address.matches(".+:[0-9]{1,5}")) {
			throw new IllegalStateException("De instelling ontwikkelagenda.virus-scanner moet een naam en een poort zijn, zoals localhost:3310.");
		}
		this.address = address;
	}

	/**
	 * Looks at a file, where there is a scanner.
	 *
	 * @throws InvalidInput when something was found in it
	 * @throws ScannerAway  when it could not be looked at
	 */
	void check(byte[] content) {
		if (address.isEmpty()) {
			return;
		}
		String answer = ask(content);
		if (answer.endsWith(FOUND)) {
			throw new InvalidInput("body", "In dit bestand is een virus gevonden; het is niet bewaard.");
		}
		if (!answer.endsWith(CLEAN)) {
			throw new ScannerAway(new IOException(answer));
		}
	}

	private String ask(byte[] content) {
		int colon = address.lastIndexOf(':');
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))), CONNECT_MILLIS);
			socket.setSoTimeout(ANSWER_MILLIS);
			DataOutputStream out = new DataOutputStream(socket.getOutputStream());
			out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
			for (int from = 0; from < content.length; from += CHUNK) {
				int length = Math.min(CHUNK, content.length - from);
				out.writeInt(length);
				out.write(content, from, length);
			}
			out.writeInt(0);
			out.flush();
			return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII).replace("\0", "").strip();
		} catch (IOException e) {
			throw new ScannerAway(e);
		}
	}
}
