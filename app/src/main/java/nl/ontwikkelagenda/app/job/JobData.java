package nl.ontwikkelagenda.app.job;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import tools.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

/** What a job has to know, as JSON, so that a row can be read and survives a new version of the class. */
class JobData implements Serializer {

	private static final JsonMapper JSON = JsonMapper.shared();

	@Override
	public byte @Nullable [] serialize(@Nullable Object data) {
		return data == null ? null : JSON.writeValueAsBytes(data);
	}

	@Override
	public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] data) {
		return data == null ? null : JSON.readValue(data, type);
	}
}
