package nl.ontwikkelagenda.reporting.trace;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

import io.soabase.recordbuilder.core.RecordBuilder;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.OrganisationId;
import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.agenda.partnership.PersonId;

import org.jspecify.annotations.Nullable;

/**
 * Where something came from and what came of it, within its partnership, as far as recorded.
 *
 * @param id      whose chain it is: what was asked about, or the whole that it is a part of
 * @param steps   in the order of their days, those without a day first
 * @param links   between steps, each from a cause to what followed from it
 * @param leftOut how many more things at least are linked to these, that would make the chain too long to read
 */
public record Trace(UUID id, PartnershipId partnershipId, List<Step> steps, List<Link> links, int leftOut) {

	/** Whether a step comes before what was asked about, is that itself (an action has the id of its outcome), or follows from it. */
	public enum Side {
		BEFORE, ITSELF, AFTER
	}

	/** What a chain can be of. */
	public record Subject(UUID id, PartnershipId partnershipId) {
	}

	/** Points to a step. */
	public record Ref(StepKind kind, UUID id) {

		@Override
		public String toString() {
			return kind + " " + id;
		}
	}

	/**
	 * @param distance how many links away it is
	 * @param title    what it is called, or the first thing it says; persons are mentioned by id
	 * @param text     what more it says
	 * @param on       when it happened, or is planned for
	 * @param status   where it stands, as its own resource says it
	 * @param resource where it is, relative to the base path of this interface
	 * @param present  who were there, of a meeting that was held and a decision
	 * @param owners   who promised it
	 */
	@RecordBuilder
	public record Step(StepKind kind, UUID id, Side side, int distance, String title, @Nullable String text, @Nullable Period on, @Nullable String status, String resource,
			List<Present> present, List<OwnerView> owners) implements TraceStepBuilder.With {

		public Ref ref() {
			return new Ref(kind, id);
		}

		private Step in(UnaryOperator<String> words) {
			return with(step -> step.title(words.apply(title)).text(text == null ? null : words.apply(text)));
		}
	}

	/** Who was there, and for which organisation. */
	public record Present(@Nullable PersonId personId, @Nullable OrganisationId organisationId) {
	}

	/** @param dots how many dots a theme got in a priority round */
	public record Link(Ref from, Ref to, @Nullable Integer dots) {
	}

	/** The same chain with other words, as with names for those who are mentioned. */
	public Trace in(UnaryOperator<String> words) {
		return new Trace(id, partnershipId, steps.stream().map(step -> step.in(words)).toList(), links, leftOut);
	}
}
