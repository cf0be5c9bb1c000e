package nl.ontwikkelagenda.app.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;
import org.verapdf.pdfa.results.ValidationResult;

/** Whether a PDF is what it says to be, by veraPDF, the validator of the PDF Association. */
public final class Conformance {

	static {
		VeraGreenfieldFoundryProvider.initialise();
	}

	private Conformance() {
	}

	/** What is wrong with it as PDF/A-3a and as PDF/UA-1; nothing for a good one. */
	public static List<String> faults(byte[] pdf) {
		List<String> faults = new ArrayList<>();
		for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
			faults.addAll(faults(pdf, flavour));
		}
		return faults;
	}

	static List<String> faults(byte[] pdf, PDFAFlavour flavour) {
		try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
				PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
			ValidationResult result = validator.validate(parser);
			List<String> faults = result.getTestAssertions().stream().filter(assertion -> assertion.getStatus() != Status.PASSED).map(fault -> told(flavour, fault)).toList();
			return faults.isEmpty() && !result.isCompliant() ? List.of(flavour + ": not compliant") : faults;
		} catch (VeraPDFException | IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String told(PDFAFlavour flavour, TestAssertion fault) {
		return flavour + " " + fault.getRuleId().getClause() + "-" + fault.getRuleId().getTestNumber() + ": " + fault.getMessage() + " at " + fault.getLocation().getContext();
	}
}
