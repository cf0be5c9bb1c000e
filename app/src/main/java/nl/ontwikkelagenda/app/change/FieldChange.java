package nl.ontwikkelagenda.app.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import nl.ontwikkelagenda.reporting.readmodel.DocumentJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

import org.jspecify.annotations.Nullable;

/**
 * A field of a document with another value than it had.
 *
 * @param before the value that it had; of a list only what is not in it any more; absent when there was none
 * @param after  the value that it has; of a list only what is new in it; absent when there is none
 */
public record FieldChange(String field, @Nullable Object before, @Nullable Object after) {

	private static final JsonMapper JSON = DocumentJson.mapper();

	/**
	 * The fields at the top of a document that differ, in the order of the document.
	 *
	 * @param before null when it was not there; not both
	 * @param after  null when it is gone
	 */
	public static List<FieldChange> between(@Nullable Object before, @Nullable Object after) {
		JsonNode old = before == null ? MissingNode.getInstance() : JSON.valueToTree(before);
		JsonNode now = after == null ? MissingNode.getInstance() : JSON.valueToTree(after);
		List<FieldChange> changes = new ArrayList<>();
		for (var component : Objects.requireNonNull(after == null ? before : after).getClass().getRecordComponents()) {
			JsonNode was = old.path(component.getName());
			JsonNode is = now.path(component.getName());
			if (!was.equals(is) && !(isNothing(was) && isNothing(is))) {
				changes.add(new FieldChange(component.getName(), value(was, is), value(is, was)));
			}
		}
		return changes;
	}

	private static boolean isNothing(JsonNode value) {
		return value.isMissingNode() || value.isNull();
	}

	private static @Nullable Object value(JsonNode value, JsonNode other) {
		if (isNothing(value)) {
			return null;
		}
		if (value.isArray() && other.isArray()) {
			List<JsonNode> rest = new ArrayList<>(value.valueStream().toList());
			other.valueStream().forEach(rest::remove);
			return rest.stream().map(FieldChange::plain).toList();
		}
		return plain(value);
	}

	private static Object plain(JsonNode value) {
		return JSON.treeToValue(value, Object.class);
	}
}
