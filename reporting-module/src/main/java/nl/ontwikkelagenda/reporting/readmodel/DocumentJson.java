package nl.ontwikkelagenda.reporting.readmodel;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.json.JsonMapper;

/** How documents are written: apart from the JSON of HTTP, whose settings may change without a rebuild of every view. */
public final class DocumentJson {

	private DocumentJson() {
	}

	public static JsonMapper mapper() {
		return JsonMapper.builder().changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
	}
}
