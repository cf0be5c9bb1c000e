package nl.ontwikkelagenda.reporting.readmodel;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How documents are written: apart from the JSON of HTTP, whose settings may change without a rebuild of every view. */
public final class DocumentJson {

	private DocumentJson() {
	}

	public static JsonMapper mapper() {
		return JsonMapper.builder().changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
	}

	/** Reads documents that another version of their view has written: of what was not there yet, lists are empty and numbers zero. */
	static JsonMapper ofAnotherVersion(JsonMapper json) {
		JsonSetter.Value empty = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
		return json.rebuild().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).withConfigOverride(List.class, list -> list.setNullHandling(empty))
				.withConfigOverride(Set.class, set -> set.setNullHandling(empty)).withConfigOverride(Map.class, map -> map.setNullHandling(empty)).build();
	}

	/** @throws IllegalStateException when the document lacks what cannot be left out */
	static <D> D read(JsonMapper ofAnotherVersion, String body, Class<D> type) {
		D document;
		try {
			document = ofAnotherVersion.readValue(body, type);
		} catch (JacksonException e) {
			throw new IllegalStateException("a document of another version cannot be read: " + e.getOriginalMessage(), e);
		}
		if (!WholeRecord.is(document)) {
			throw new IllegalStateException("a document of another version lacks a field");
		}
		return document;
	}
}
