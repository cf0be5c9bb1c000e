package nl.ontwikkelagenda.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.app.rebuild.RebuildWords;
import nl.ontwikkelagenda.reporting.readmodel.DocumentDifference;
import nl.ontwikkelagenda.reporting.readmodel.DocumentDifference.FieldDifference;
import nl.ontwikkelagenda.reporting.readmodel.DocumentDifference.Kind;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Comparison;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Part;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.State;
import nl.ontwikkelagenda.reporting.readmodel.Rebuilds;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "rebuild", description = "Bouwt overzichten opnieuw op uit het logboek, naast de bestaande; de nieuwe nemen het over als ze klaar zijn.")
final class Rebuild implements Callable<Integer> {

	private static final Locale DUTCH = Locale.forLanguageTag("nl");

	/** Of each read model. */
	private static final int SHOWN = 5;

	private final Class<?> application;
	private final RebuildWords words = new RebuildWords();

	@Option(names = "--view", paramLabel = "NAAM", description = "alleen dit overzicht; mag vaker; zonder: alle") private List<String> views = List.of();

	@Mixin private Settings settings = new Settings();

	Rebuild(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() throws InterruptedException {
		try (var context = settings.openWithLog(application)) {
			ReadModelEngine engine = context.getBean(ReadModelEngine.class);
			// whichever instance keeps the views does the work: the one that serves, or this one when none does
			engine.start();
			try {
				RebuildState rebuild = engine.rebuild(views, state -> System.out.println("  " + words.progress(state)));
				rebuild.readModels().forEach(view -> System.out.printf("%s: %s%n", view.name(), outcome(rebuild, view)));
				differences(rebuild, engine.rebuilds());
				if (rebuild.trouble() != null) {
					System.err.println(rebuild.trouble());
				}
				boolean whole = rebuild.state() == State.TAKEN_OVER && rebuild.readModels().stream().allMatch(view -> view.error() == null);
				return whole ? ExitCode.OK : ExitCode.SOFTWARE;
			} catch (RuleBroken e) {
				System.err.println(e.getMessage());
				return ExitCode.SOFTWARE;
			} catch (IllegalArgumentException e) {
				System.err.println(e.getMessage());
				return ExitCode.USAGE;
			} finally {
				engine.stop();
			}
		}
	}

	/** Old against new, of all read models together, and the first documents that came out differently. */
	private void differences(RebuildState rebuild, Rebuilds rebuilds) {
		List<Part> compared = rebuild.readModels().stream().filter(view -> view.comparison() != null).toList();
		List<Comparison> comparisons = compared.stream().map(Part::comparison).filter(Objects::nonNull).toList();
		System.out.printf(DUTCH, "Oud tegen nieuw: %,d overzichten vergeleken, %,d documenten: %,d erbij, %,d weg, %,d anders.%n", comparisons.size(),
				comparisons.stream().mapToLong(Comparison::after).sum(), comparisons.stream().mapToLong(Comparison::added).sum(),
				comparisons.stream().mapToLong(Comparison::missing).sum(), comparisons.stream().mapToLong(Comparison::different).sum());
		for (Part view : compared) {
			if (!Objects.requireNonNull(view.comparison()).isSame()) {
				rebuilds.differences(rebuild.id(), view.name(), 1, SHOWN).ifPresent(found -> found.documents().forEach(document -> System.out.printf("  %s %s: %s%s%n", view.name(),
						document.id(), words.kind(document.kind()), fields(document))));
			}
		}
	}

	private static String fields(DocumentDifference document) {
		return document.kind() == Kind.DIFFERENT ? " (" + document.fields().stream().map(FieldDifference::field).collect(Collectors.joining(", ")) + ")" : "";
	}

	private static String outcome(RebuildState rebuild, Part view) {
		if (view.error() != null) {
			return "opzij gezet: " + view.error();
		}
		Comparison comparison = view.comparison();
		String upTo = rebuild.state() == State.TAKEN_OVER ? String.format(DUTCH, "bij tot en met feit %,d", rebuild.position()) : "niet in gebruik genomen";
		return comparison == null
				? upTo
				: upTo + String.format(DUTCH, "; %,d documenten: %,d erbij, %,d weg, %,d anders", comparison.after(), comparison.added(), comparison.missing(),
						comparison.different());
	}
}
