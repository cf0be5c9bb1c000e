package nl.ontwikkelagenda.app.store;

import java.math.BigDecimal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON under their stable names: dates and instants as ISO strings, decimals as strings, what is absent left out, unknown properties skipped when read.
 */
public final class EventSerializer extends Jackson3Serializer {

	private final EventTypes types;

	public EventSerializer(EventTypes types) {
		super(builder().jsonMapperBuilderCustomizer(EventSerializer::eventJson));
		this.types = types;
	}

	/** For what is not an event (tracking tokens, commands between nodes, snapshots). */
	public static Jackson3Serializer general() {
		return builder().jsonMapperBuilderCustomizer(EventSerializer::trusted).build();
	}

	/** Without this Axon writes tracking tokens that it cannot read back: they carry their class name, and no class is trusted. */
	private static void trusted(JsonMapper.Builder json) {
		json.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder().allowIfSubType("org.axonframework.").allowIfSubType("java.util.")
				.allowIfSubType("nl.ontwikkelagenda.").build());
	}

	private static void eventJson(JsonMapper.Builder json) {
		trusted(json);
		json.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
		json.disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
		json.changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
		json.withConfigOverride(BigDecimal.class, decimals -> decimals.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)));
		// Only a record's components are facts; a method that happens to be called isX or getX is not.
		json.changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.FIELD, Visibility.ANY).withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
				.withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE));
	}

	/** The types of events it knows. */
	public EventTypes types() {
		return types;
	}

	/** Reads the JSON of one type of event; thread-safe. */
	ObjectReader readerOf(Class<?> type) {
		return getReader(type);
	}

	@Override
	@SuppressWarnings("rawtypes")
	public SerializedType typeForClass(@Nullable Class type) {
		String name = type == null ? null : types.nameOf(type);
		return name == null ? super.typeForClass(type) : new SimpleSerializedType(name, getRevisionResolver().revisionOf(type));
	}

	/** An event of another revision than is written today has passed the upcasters by: a newer version of the application recorded it, and it would be read wrongly. */
	@Override
	public Class<?> classForType(SerializedType type) {
		Class<?> event = types.typeOf(type.getName());
		if (event == null) {
			return super.classForType(type);
		}
		return revision(type).equals(revision(typeForClass(event))) ? event : UnknownSerializedType.class;
	}

	private static String revision(SerializedType type) {
		return type.getRevision() == null ? "" : type.getRevision();
	}
}
