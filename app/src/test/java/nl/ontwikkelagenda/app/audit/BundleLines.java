package nl.ontwikkelagenda.app.audit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The events in a bundle, as somebody reads them who does not verify it. */
final class BundleLines {

	private static final String EVENTS = "events.jsonl";

	private BundleLines() {
	}

	static List<JsonNode> of(byte[] bundle) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals(EVENTS)) {
					return new String(zip.readAllBytes(), StandardCharsets.UTF_8).lines().map(JsonMapper.shared()::readTree).toList();
				}
			}
			throw new IOException("no events");
		}
	}

	/**
	 * The same ZIP with another line.
	 *
	 * @param number of the line, from 1
	 */
	static byte[] changed(byte[] bundle, int number, UnaryOperator<String> change) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(bundle)); ZipOutputStream to = new ZipOutputStream(out)) {
			for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
				to.putNextEntry(new ZipEntry(entry.getName()));
				byte[] content = from.readAllBytes();
				to.write(entry.getName().equals(EVENTS) ? changed(new String(content, StandardCharsets.UTF_8), number, change) : content);
			}
		}
		return out.toByteArray();
	}

	private static byte[] changed(String text, int number, UnaryOperator<String> change) {
		List<String> lines = new ArrayList<>(text.lines().toList());
		lines.set(number - 1, change.apply(lines.get(number - 1)));
		return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
	}
}
