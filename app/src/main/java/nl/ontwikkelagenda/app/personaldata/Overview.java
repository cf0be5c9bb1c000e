package nl.ontwikkelagenda.app.personaldata;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import nl.ontwikkelagenda.agenda.partnership.PersonId;
import nl.ontwikkelagenda.app.erasure.NamingFiles.NamingFile;
import nl.ontwikkelagenda.app.personaldata.PersonalData.Fact;
import nl.ontwikkelagenda.app.personaldata.PersonalData.Mention;
import nl.ontwikkelagenda.app.personaldata.PersonalData.NamedIn;

/**
 * What somebody reads of {@link PersonalData}: of whatever there can be much of only a part, with how many there are.
 *
 * @param registers by name
 * @param documents by what they are to him
 */
record Overview(PersonId personId, Map<String, Last<Map<String, Object>>> registers, SortedMap<String, Last<NamedIn>> documents, Last<Fact> facts, Last<Mention> mentions,
		List<NamingFile> files) {
}
