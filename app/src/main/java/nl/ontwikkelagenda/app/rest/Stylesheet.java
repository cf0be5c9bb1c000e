package nl.ontwikkelagenda.app.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The one stylesheet of all pages: the components of the NL Design System as they were published, our tokens, and our own rules. The components are in layers below the rest, so that a rule of ours wins
 * however plain its selector is; what styles elements by their names is below what styles them by a class.
 */
@RestController
public class Stylesheet {

	/** With a digest of its content, so that a browser may keep it for good. */
	public static final String PATH;

	private static final String FOLDER = "/static/css/";
	private static final String COMPONENTS = FOLDER + "nl-design-system/";
	private static final String OF_ELEMENTS = "html-content.css";
	private static final Duration A_YEAR = Duration.ofDays(365);
	private static final String TEXT;

	static {
		TEXT = "@layer elements, components;\n"
				+ components().map(name -> "@layer " + (name.equals(OF_ELEMENTS) ? "elements" : "components") + " {\n" + text(COMPONENTS + name) + "}\n")
						.collect(Collectors.joining())
				+ text(FOLDER + "tokens.css") + text(FOLDER + "stijl.css");
		PATH = "/css/" + DigestUtils.md5DigestAsHex(TEXT.getBytes(StandardCharsets.UTF_8)) + ".css";
	}

	/** Also answers to the digest of another version, whose page may still be open; that is not to be kept. */
	@GetMapping(path = "/css/{digest:[0-9a-f]{32}}.css", produces = "text/css;charset=UTF-8")
	ResponseEntity<String> stylesheet(@PathVariable String digest) {
		CacheControl keep = PATH.contains(digest) ? CacheControl.maxAge(A_YEAR).cachePublic().immutable() : CacheControl.noStore();
		return ResponseEntity.ok().cacheControl(keep).body(TEXT);
	}

	/** Names of the files of components, as they are declared beside them: digest, name, package and licence on a line. */
	private static Stream<String> components() {
		return text(COMPONENTS + "packages.txt").lines().map(line -> line.split(" +")[1]);
	}

	private static String text(String resource) {
		try (InputStream file = Objects.requireNonNull(Stylesheet.class.getResourceAsStream(resource), resource)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
