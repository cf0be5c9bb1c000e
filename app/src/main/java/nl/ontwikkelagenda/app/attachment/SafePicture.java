package nl.ontwikkelagenda.app.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Whether a picture can be drawn without harm: no huge image in a small file, and of SVG only what draws. */
final class SafePicture {

	private static final String SVG = "http://www.w3.org/2000/svg";
	private static final Set<String> ELEMENTS = Set.of("svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan",
			"linearGradient", "radialGradient", "stop", "clipPath");
	private static final int LARGEST_SVG = 500_000;
	private static final int MOST_ELEMENTS = 5_000;
	private static final long MOST_PIXELS = 25_000_000;

	private SafePicture() {
	}

	/** Of the shapes, texts and gradients of SVG: nothing that runs, loads, repeats or is written in a style sheet. */
	static boolean isSvg(byte[] content) {
		if (content.length == 0 || content.length > LARGEST_SVG) {
			return false;
		}
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		try {
			return isDrawing(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
		} catch (XMLStreamException e) {
			return false;
		}
	}

	private static boolean isDrawing(XMLStreamReader reader) throws XMLStreamException {
		int elements = 0;
		boolean sized = false;
		while (reader.hasNext()) {
			int event = reader.next();
			if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.PROCESSING_INSTRUCTION || event == XMLStreamConstants.ENTITY_REFERENCE) {
				return false;
			}
			if (event == XMLStreamConstants.START_ELEMENT) {
				if (++elements > MOST_ELEMENTS || !SVG.equals(reader.getNamespaceURI()) || !ELEMENTS.contains(reader.getLocalName()) || !areSafe(reader)) {
					return false;
				}
				sized = sized || (elements == 1 && reader.getLocalName().equals("svg") && hasSize(reader));
			}
		}
		return sized;
	}

	private static boolean areSafe(XMLStreamReader reader) {
		for (int i = 0; i < reader.getAttributeCount(); i++) {
			String name = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
			String value = reader.getAttributeValue(i).toLowerCase(Locale.ROOT).replaceAll("\\s", "");
			boolean outside = value.contains("url(") && !value.matches("url\\(['\"]?#[^)]*\\)");
			if (name.startsWith("on") || name.equals("href") || name.equals("style") || name.equals("class") || outside || value.contains("script:")) {
				return false;
			}
		}
		return true;
	}

	private static boolean hasSize(XMLStreamReader reader) {
		String box = reader.getAttributeValue(null, "viewBox");
		return box != null && box.strip().matches("-?[0-9.]{1,9}([ ,]+-?[0-9.]{1,9})?[ ,]+[1-9][0-9]{0,4}(\\.[0-9]{1,4})?[ ,]+[1-9][0-9]{0,4}(\\.[0-9]{1,4})?");
	}

	/** An image that can be read, of at most 25 megapixels. */
	static boolean isImage(byte[] content) {
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				return false;
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(in, true, true);
				return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
			} finally {
				reader.dispose();
			}
		} catch (IOException | RuntimeException e) {
			return false;
		}
	}
}
