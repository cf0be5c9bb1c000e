package nl.ontwikkelagenda.app.feed;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

import org.jspecify.annotations.Nullable;

/** Changes as an Atom feed (RFC 4287, paged as in RFC 5005). Ids are tag URIs (RFC 4151): a change keeps its id, wherever the installation moves. */
final class AtomFeed {

	private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
	private static final String TAG = "tag:ontwikkelagenda.example,2018:";

	private AtomFeed() {
	}

	/**
	 * @param subject what it is of, for its id and title
	 * @param base    what comes before a path to make it an address; empty for none
	 * @param self    path and query of this page
	 * @param next    path and query of the page with older changes; null on the last
	 */
	static String written(String subject, String base, String self, @Nullable String next, List<ChangeEntry> entries) {
		StringWriter text = new StringWriter();
		try {
			XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
			xml.writeStartDocument("UTF-8", "1.0");
			xml.writeStartElement("feed");
			xml.writeDefaultNamespace(NAMESPACE);
			xml.writeAttribute("xml:lang", "nl");
			element(xml, "id", TAG + "changes/" + subject);
			element(xml, "title", "Ontwikkelagenda: wat er is veranderd");
			element(xml, "updated", entries.stream().map(ChangeEntry::recordedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH).toString());
			link(xml, "self", base + self);
			if (next != null) {
				link(xml, "next", base + next);
			}
			for (ChangeEntry entry : entries) {
				xml.writeStartElement("entry");
				element(xml, "id", TAG + entry.collection() + "/" + entry.id() + "/" + entry.fact());
				element(xml, "title", entry.sentence());
				element(xml, "updated", entry.recordedAt().toString());
				xml.writeStartElement("author");
				element(xml, "name", entry.who());
				xml.writeEndElement();
				link(xml, "alternate", base + entry.link());
				element(xml, "content", entry.sentence());
				xml.writeEndElement();
			}
			xml.writeEndElement();
			xml.writeEndDocument();
			xml.close();
		} catch (XMLStreamException e) {
			throw new IllegalStateException(e);
		}
		return text.toString();
	}

	private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
		xml.writeStartElement(name);
		xml.writeCharacters(text);
		xml.writeEndElement();
	}

	private static void link(XMLStreamWriter xml, String relation, String address) throws XMLStreamException {
		xml.writeEmptyElement("link");
		xml.writeAttribute("rel", relation);
		xml.writeAttribute("href", address);
	}
}
