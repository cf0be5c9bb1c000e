package nl.ontwikkelagenda.reporting.readmodel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import nl.ontwikkelagenda.agenda.partnership.Recorded;

import org.jspecify.annotations.Nullable;

/** A small domain to try the engine on: notes that are written, reworded, labelled, binned and taken out of the bin. */
final class Notes {

	sealed interface NoteEvent {
		String noteId();

		record NoteWritten(String noteId, PartnershipId partnershipId, String title, LocalDate on) implements NoteEvent {
		}

		record NoteReworded(String noteId, String title) implements NoteEvent {
		}

		record NoteLabelled(String noteId, String label) implements NoteEvent {
		}

		record NoteSeen(String noteId) implements NoteEvent {
		}

		record NoteBinned(String noteId) implements NoteEvent {
		}
	}

	enum Length {
		SHORT, LONG
	}

	record NoteView(String noteId, @Nullable PartnershipId partnershipId, String title, LocalDate writtenOn, @Nullable Instant rewordedAt, int rewordings, Length length,
			List<String> labels) {

		static @Nullable NoteView on(@Nullable NoteView current, NoteEvent event, Recorded when) {
			return switch (event) {
				case NoteEvent.NoteWritten e -> new NoteView(e.noteId(), e.partnershipId(), e.title(), e.on(), null, 0, length(e.title()), List.of());
				case NoteEvent.NoteReworded e when current != null -> new NoteView(e.noteId(), current.partnershipId, e.title(), current.writtenOn, when.at(),
						current.rewordings + 1, length(e.title()), current.labels);
				case NoteEvent.NoteLabelled e when current != null -> {
					List<String> labels = new ArrayList<>(current.labels);
					labels.add(e.label());
					yield new NoteView(e.noteId(), current.partnershipId, current.title, current.writtenOn, current.rewordedAt, current.rewordings, current.length,
							List.copyOf(labels));
				}
				case NoteEvent.NoteReworded e -> null;
				case NoteEvent.NoteLabelled e -> null;
				case NoteEvent.NoteSeen e -> current;
				case NoteEvent.NoteBinned e -> null;
			};
		}

		private static Length length(String title) {
			return title.length() > 20 ? Length.LONG : Length.SHORT;
		}
	}

	/** How often each label was used; its documents belong to no aggregate. */
	record LabelView(String label, int used, long lastPosition) {

		static @Nullable String key(NoteEvent event) {
			return event instanceof NoteEvent.NoteLabelled labelled ? labelled.label() : null;
		}

		static LabelView on(@Nullable LabelView current, NoteEvent event, Recorded when) {
			return new LabelView(((NoteEvent.NoteLabelled) event).label(), current == null ? 1 : current.used + 1, when.position());
		}
	}

	static final ReadModel<NoteView, NoteEvent> NOTES = notes(1, NoteView::on);
	static final ReadModel<LabelView, NoteEvent> LABELS = new ReadModel<>("labels", 1, LabelView.class, NoteEvent.class, LabelView::key, LabelView::on, List.of("label", "used"),
			LabelView::label);

	static final List<PartnershipId> PARTNERSHIPS = List.of(PartnershipId.of("00000000-0000-7000-8000-000000000001"), PartnershipId.of("00000000-0000-7000-8000-000000000002"),
			PartnershipId.of("00000000-0000-7000-8000-000000000003"));
	static final List<String> LABEL_NAMES = List.of("school", "jeugdhulp", "gemeente", "ouders", "Thema 2", "Thema 10");

	private static final List<String> WORDS = List.of("reünie", "Grijs", "gebied", "jeugdhulp", "op", "school", "ontwikkeltafel", "leerlingen", "basisscholen", "Ölands", "100%",
			"samen_werken", "déjà", "vu", "zorg", "ärger", "Zwolle", "apen");
	private static final Instant START = Instant.parse("2018-09-24T08:00:00Z");

	private Notes() {
	}

	static ReadModel<NoteView, NoteEvent> notes(int version, ReadModel.Fold<NoteView, NoteEvent> fold) {
		return new ReadModel<>("notes", version, NoteView.class, NoteEvent.class, NoteEvent::noteId, fold,
				List.of("title", "writtenOn", "rewordedAt", "rewordings", "length", "labels", "partnershipId"), NoteView::title);
	}

	/** Appends a history of so many facts about so many notes; the recording clock now and then goes back. */
	static void happen(MemoryLog log, long seed, int facts, int notes) {
		Random random = new Random(seed);
		long[] sequence = new long[notes];
		boolean[] there = new boolean[notes];
		Instant now = START.plusSeconds(log.safePosition() * 60);
		for (int i = 0; i < facts; i++) {
			int note = random.nextInt(notes);
			String id = new UUID(seed, note).toString();
			now = now.plusMillis(random.nextInt(10) == 0 ? -random.nextLong(100_000) : random.nextLong(120_000));
			NoteEvent event;
			if (!there[note]) {
				event = new NoteEvent.NoteWritten(id, PARTNERSHIPS.get(random.nextInt(3)), title(random), LocalDate.of(2018, 9, 1).plusDays(random.nextInt(30)));
				there[note] = true;
			} else {
				event = switch (random.nextInt(10)) {
					case 0 -> new NoteEvent.NoteBinned(id);
					case 1, 2 -> new NoteEvent.NoteSeen(id);
					case 3, 4, 5 -> new NoteEvent.NoteLabelled(id, LABEL_NAMES.get(random.nextInt(LABEL_NAMES.size())));
					default -> new NoteEvent.NoteReworded(id, title(random));
				};
				there[note] = !(event instanceof NoteEvent.NoteBinned);
			}
			log.append(id, sequence[note]++, event, now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
		}
	}

	private static String title(Random random) {
		StringBuilder title = new StringBuilder();
		for (int word = random.nextInt(4); word >= 0; word--) {
			title.append(WORDS.get(random.nextInt(WORDS.size()))).append(word == 0 ? "" : " ");
		}
		return title.toString();
	}
}
