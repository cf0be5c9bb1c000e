package nl.ontwikkelagenda.reporting.trace;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import nl.ontwikkelagenda.agenda.body.BodyId;
import nl.ontwikkelagenda.agenda.meeting.OwnerView;
import nl.ontwikkelagenda.agenda.partnership.Period;
import nl.ontwikkelagenda.reporting.readmodel.ReadModel;
import nl.ontwikkelagenda.reporting.trace.Trace.Link;
import nl.ontwikkelagenda.reporting.trace.Trace.Present;
import nl.ontwikkelagenda.reporting.trace.Trace.Ref;
import nl.ontwikkelagenda.reporting.trace.Trace.Side;
import nl.ontwikkelagenda.reporting.trace.Trace.Step;

import org.jspecify.annotations.Nullable;

/** What is known of a chain so far: its steps, the links between them, and where more links can be found. */
final class Sketch {

	/** In place of the name of a field: the document with this id. */
	static final String ID = "";

	/** Where documents are that hold a link to a step: those of this view with this value in this field. */
	record Look(ReadModel<?, ?> view, String field, String value) {
	}

	private final Map<Ref, Step> steps = new HashMap<>();
	private final Map<Ref, Map<Ref, Link>> after = new HashMap<>();
	private final Map<Ref, Set<Ref>> before = new HashMap<>();
	private final Map<Ref, Set<Look>> looksBefore = new HashMap<>();
	private final Map<Ref, Set<Look>> looksAfter = new HashMap<>();
	private final Map<BodyId, Set<Ref>> working = new HashMap<>();
	private final Map<BodyId, Set<Ref>> convened = new HashMap<>();

	/** Notes a step, and goes on to say more about it. */
	Drawing step(StepKind kind, UUID id, String title, @Nullable LocalDate on, @Nullable Enum<?> status, String resource) {
		Ref ref = new Ref(kind, id);
		steps.put(ref, new Step(kind, id, Side.ITSELF, 0, title, null, on == null ? null : Period.on(on), status == null ? null : status.name(), resource, List.of(), List.of()));
		return new Drawing(ref);
	}

	void link(Ref from, Ref to) {
		link(from, to, null);
	}

	private void link(Ref from, Ref to, @Nullable Integer dots) {
		after.computeIfAbsent(from, ref -> new LinkedHashMap<>()).put(to, new Link(from, to, dots));
		before.computeIfAbsent(to, ref -> new LinkedHashSet<>()).add(from);
	}

	@Nullable
	Step step(Ref ref) {
		return steps.get(ref);
	}

	Collection<Step> steps() {
		return steps.values();
	}

	Set<Ref> next(Ref ref, Side side) {
		return side == Side.BEFORE ? before.getOrDefault(ref, Set.of()) : after.getOrDefault(ref, Map.of()).keySet();
	}

	Set<Look> looks(Ref ref, Side side) {
		return (side == Side.BEFORE ? looksBefore : looksAfter).getOrDefault(ref, Set.of());
	}

	/** Those between these steps. */
	List<Link> links(Set<Ref> between) {
		return between.stream().flatMap(from -> after.getOrDefault(from, Map.of()).values().stream()).filter(link -> between.contains(link.to())).toList();
	}

	/** Says more about one step. */
	final class Drawing {

		private final Ref self;

		private Drawing(Ref self) {
			this.self = self;
		}

		Ref ref() {
			return self;
		}

		Drawing text(@Nullable String text) {
			steps.computeIfPresent(self, (ref, step) -> step.withText(text));
			return this;
		}

		/** When it happened, where that is not one day. */
		Drawing during(@Nullable Period period) {
			if (period != null) {
				steps.computeIfPresent(self, (ref, step) -> step.withOn(period));
			}
			return this;
		}

		Drawing present(List<Present> present) {
			steps.computeIfPresent(self, (ref, step) -> step.withPresent(present));
			return this;
		}

		Drawing owner(OwnerView owner) {
			steps.computeIfPresent(self, (ref, step) -> step.withOwners(List.of(owner)));
			return this;
		}

		/** It follows from this, where that is known. */
		Drawing from(StepKind kind, @Nullable UUID id) {
			if (id != null) {
				link(new Ref(kind, id), self);
			}
			return this;
		}

		Drawing from(StepKind kind, Stream<UUID> ids) {
			ids.forEach(id -> from(kind, id));
			return this;
		}

		/** This follows from it, where that is known. */
		Drawing to(StepKind kind, @Nullable UUID id) {
			if (id != null) {
				link(self, new Ref(kind, id));
			}
			return this;
		}

		Drawing to(StepKind kind, Stream<UUID> ids) {
			ids.forEach(id -> to(kind, id));
			return this;
		}

		Drawing dots(StepKind kind, UUID id, int dots) {
			link(self, new Ref(kind, id), dots);
			return this;
		}

		/** What came of it, in words, as a step that follows. */
		Drawing result(@Nullable String words, @Nullable LocalDate on) {
			Step step = steps.get(self);
			if (words != null && step != null) {
				Ref result = Sketch.this.step(StepKind.RESULT, self.id(), words, on, null, step.resource()).ref();
				link(self, result);
			}
			return this;
		}

		/** The meetings of this body follow from it. */
		Drawing worksIn(BodyId body) {
			working.computeIfAbsent(body, id -> new LinkedHashSet<>()).add(self);
			convened.getOrDefault(body, Set.of()).forEach(meeting -> link(self, meeting));
			return this;
		}

		/** It is a meeting of this body, where that is known. */
		Drawing convenedBy(@Nullable BodyId body) {
			if (body != null) {
				convened.computeIfAbsent(body, id -> new LinkedHashSet<>()).add(self);
				working.getOrDefault(body, Set.of()).forEach(cause -> link(cause, self));
			}
			return this;
		}

		/** Documents of this view with this value in this field may be, or hold, what led to it. */
		Drawing before(ReadModel<?, ?> view, String field, @Nullable Object value) {
			return look(looksBefore, view, field, value);
		}

		/** Documents of this view with this value in this field may be, or hold, what followed from it. */
		Drawing after(ReadModel<?, ?> view, String field, @Nullable Object value) {
			return look(looksAfter, view, field, value);
		}

		private Drawing look(Map<Ref, Set<Look>> looks, ReadModel<?, ?> view, String field, @Nullable Object value) {
			if (value != null) {
				looks.computeIfAbsent(self, ref -> new LinkedHashSet<>()).add(new Look(view, field, value.toString()));
			}
			return this;
		}
	}
}
