package nl.ontwikkelagenda.app.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ViewState;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "rebuild", description = "Bouwt overzichten opnieuw op uit het logboek, naast de bestaande; de nieuwe nemen het over als ze klaar zijn.")
final class Rebuild implements Callable<Integer> {

	private final Class<?> application;

	@Option(names = "--view", paramLabel = "NAAM", description = "alleen dit overzicht; mag vaker; zonder: alle") private List<String> views = List.of();

	@Mixin private Settings settings = new Settings();

	Rebuild(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() throws InterruptedException {
		try (var context = settings.open(application)) {
			ReadModelEngine engine = context.getBean(ReadModelEngine.class);
			// whichever instance keeps the views does the work: the one that serves, or this one when none does
			engine.start();
			try {
				List<ViewState> built = engine.rebuild(views,
						(what, position, target) -> System.out.printf(Locale.forLanguageTag("nl"), "  %s: feit %,d van %,d%n", what, position, target));
				for (ViewState view : built) {
					System.out.printf(Locale.forLanguageTag("nl"), "%s: %s%n", view.name(),
							view.error() == null ? String.format(Locale.forLanguageTag("nl"), "bij tot en met feit %,d", view.position()) : "opzij gezet: " + view.error());
				}
				return built.stream().allMatch(view -> view.error() == null) ? ExitCode.OK : ExitCode.SOFTWARE;
			} catch (IllegalArgumentException e) {
				System.err.println(e.getMessage());
				return ExitCode.USAGE;
			} finally {
				engine.stop();
			}
		}
	}
}
