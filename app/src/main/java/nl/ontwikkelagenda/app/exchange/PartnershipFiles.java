package nl.ontwikkelagenda.app.exchange;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;

/** Files that are taken along together of a whole partnership; one bean for each kind of file. */
public interface PartnershipFiles {

	/** In letters. */
	int LONGEST_NAME = 40;
	/** Tell apart what is called the same. */
	int DIGITS_OF_ID = 8;

	/** As the caller may see them at the moment that is asked about; each is made when it is written. In their names a slash stands for a directory. */
	Stream<StreamedFile> of(PartnershipId partnership);

	/** A name for a file about one thing: its title as far as every file system takes it, and the begin of its id. Persons who are mentioned in the title are left out. */
	static String name(String title, UUID id) {
		String plain = title.replaceAll("@\\[[^]]*]", "").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return plain.substring(0, Math.min(LONGEST_NAME, plain.length())) + "-" + id.toString().substring(0, DIGITS_OF_ID);
	}
}
