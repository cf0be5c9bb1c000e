package nl.ontwikkelagenda.reporting.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import javax.imageio.ImageIO;

import org.apache.batik.anim.dom.SAXSVGDocumentFactory;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.w3c.dom.Element;

/**
 * A picture with the size that it has on paper.
 *
 * @param width  in millimetres
 * @param height in millimetres
 */
record Drawing(String mediaType, byte[] content, double width, double height) {

	static final String SVG = "image/svg+xml";

	private static final double PIXELS_A_MILLIMETRE = 96 / 25.4;
	private static final float PIXELS_OF_PRINT = 200 / 25.4f;

	static {
		Fonts.register();
	}

	/** As large as it is, unless it has to be smaller for the page. */
	static Drawing figure(String svg, double mostWidth, double mostHeight) {
		byte[] content = svg.getBytes(StandardCharsets.UTF_8);
		return fitting(SVG, content, sizeOf(SVG, content), mostWidth, mostHeight, 1 / PIXELS_A_MILLIMETRE);
	}

	/** In this height, unless that makes it too wide. */
	static Drawing logo(HouseStyle.Logo logo, double mostWidth, double height) {
		return fitting(logo.mediaType(), logo.content(), sizeOf(logo.mediaType(), logo.content()), mostWidth, height, Double.MAX_VALUE);
	}

	private static Drawing fitting(String type, byte[] content, double[] size, double mostWidth, double mostHeight, double mostScale) {
		double scale = Math.min(mostScale, Math.min(mostWidth / size[0], mostHeight / size[1]));
		return new Drawing(type, content, size[0] * scale, size[1] * scale);
	}

	private static double[] sizeOf(String type, byte[] content) {
		try {
			return type.equals(SVG) ? sizeOfSvg(content) : sizeOfImage(content);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static double[] sizeOfSvg(byte[] content) throws IOException {
		Element svg = new SAXSVGDocumentFactory(null).createDocument("paper:figure", new ByteArrayInputStream(content)).getDocumentElement();
		String[] box = svg.getAttribute("viewBox").strip().split("[ ,]+");
		return box.length == 4
				? new double[] {Double.parseDouble(box[2]), Double.parseDouble(box[3])}
				: new double[] {pixels(svg.getAttribute("width")), pixels(svg.getAttribute("height"))};
	}

	private static double pixels(String length) {
		return Double.parseDouble(length.replaceFirst("px$", ""));
	}

	private static double[] sizeOfImage(byte[] content) throws IOException {
		BufferedImage image = ImageIO.read(new ByteArrayInputStream(content));
		if (image == null) {
			throw new IOException("This is no picture");
		}
		return new double[] {image.getWidth(), image.getHeight()};
	}

	int pixelWidth() {
		return (int) Math.round(width * PIXELS_A_MILLIMETRE);
	}

	int pixelHeight() {
		return (int) Math.round(height * PIXELS_A_MILLIMETRE);
	}

	/** All of it in an address, so that it needs no file beside it. */
	String address() {
		return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(content);
	}

	/** As dots, fine enough to print, for programs that draw no SVG. */
	byte[] png() {
		PNGTranscoder transcoder = new PNGTranscoder();
		transcoder.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) width * PIXELS_OF_PRINT);
		transcoder.addTranscodingHint(PNGTranscoder.KEY_HEIGHT, (float) height * PIXELS_OF_PRINT);
		transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOWED_SCRIPT_TYPES, "");
		transcoder.addTranscodingHint(PNGTranscoder.KEY_CONSTRAIN_SCRIPT_ORIGIN, true);
		transcoder.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, false);
		transcoder.addTranscodingHint(PNGTranscoder.KEY_DEFAULT_FONT_FAMILY, Fonts.FAMILY);
		ByteArrayOutputStream png = new ByteArrayOutputStream();
		try {
			transcoder.transcode(new TranscoderInput(new ByteArrayInputStream(content)), new TranscoderOutput(png));
		} catch (TranscoderException e) {
			throw new IllegalArgumentException("This picture cannot be drawn", e);
		}
		return png.toByteArray();
	}
}
