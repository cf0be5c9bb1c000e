package nl.ontwikkelagenda.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.agenda.partnership.RuleBroken;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Comparison;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.Part;
import nl.ontwikkelagenda.reporting.readmodel.RebuildState.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "rebuild", description = "Bouwt overzichten opnieuw op uit het logboek, naast de bestaande; de nieuwe nemen het over als ze klaar zijn.")
final class Rebuild implements Callable<Integer> {

	private static final Locale DUTCH = Locale.forLanguageTag("nl");

	private final Class<?> application;

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
				RebuildState rebuild = engine.rebuild(views,
						(what, position, target) -> System.out.printf(DUTCH, "  %s: feit %,d van %,d%n", what, position, target));
				rebuild.readModels().forEach(view -> System.out.printf("%s: %s%n", view.name(), outcome(rebuild, view)));
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
