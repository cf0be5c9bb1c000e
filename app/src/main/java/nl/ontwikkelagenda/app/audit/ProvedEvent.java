package nl.ontwikkelagenda.app.audit;

import java.time.Instant;

import nl.ontwikkelagenda.reporting.audit.RecordedEvent;

import org.jspecify.annotations.Nullable;

/**
 * What the record of an event is made of, beside its id and its index; {@code docs/audit-format.md} tells how.
 *
 * @param aggregateType  absent for what belongs to no aggregate
 * @param sequence       number of the event within its aggregate, from 0
 * @param revision       absent for the first
 * @param payloadDigest  of the payload in canonical form with digests for its texts, base64
 * @param metadataDigest of the metadata in canonical form, base64
 */
public record ProvedEvent(String aggregateId, @Nullable String aggregateType, long sequence, String type, @Nullable String revision, Instant recordedAt, String payloadDigest,
		String metadataDigest) {

	static ProvedEvent of(RecordedEvent event) {
		return new ProvedEvent(event.aggregateId(), event.aggregateType(), event.sequence(), event.type(), event.revision(), event.recordedAt(), event.payloadDigest().base64(),
				event.metadataDigest().base64());
	}
}
