package nl.ontwikkelagenda.app.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;

import nl.ontwikkelagenda.app.reporting.ReportFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

@Command(name = "report", description = "Schrijft een voortgangsverslag over een tafel, thema, agenda, community, bijeenkomst of samenwerkingsverband; mag naast een draaiende applicatie.")
final class Report implements Callable<Integer> {

	private final Class<?> application;

	@Parameters(paramLabel = "ONDERWERP", description = "id van waar het verslag over gaat")
	@SuppressWarnings("NullAway.Init") private UUID subject;

	@Option(names = "--from", paramLabel = "DAG", description = "eerste dag van de periode, als 2018-09-01; zonder: alles tot nu toe") private @Nullable LocalDate from;

	@Option(names = "--until", paramLabel = "DAG", description = "laatste dag van de periode") private @Nullable LocalDate until;

	@Option(names = "--as-of", paramLabel = "MOMENT", description = "zoals bekend op deze dag, of op dit tijdstip met tijdzone") private @Nullable String asOf;

	@Option(names = "--format", paramLabel = "VORM", defaultValue = "PDF", description = "een van ${COMPLETION-CANDIDATES}; standaard ${DEFAULT-VALUE}") private ReportFormat format = ReportFormat.PDF;

	@Option(names = "--output", paramLabel = "BESTAND", description = "waar het komt te staan; standaard voortgang.pdf, of hoe de vorm heet") private @Nullable Path output;

	@Mixin private InTheNameOf somebody = new InTheNameOf();

	@Mixin private Settings settings = new Settings();

	Report(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		Path file = Objects.requireNonNullElseGet(output, () -> Path.of("voortgang." + format.ending()));
		return somebody.call(application, settings, (takeaways, account) -> {
			takeaways.report(account, subject, from, until, asOf, format, file);
			System.out.println("Verslag geschreven in " + file + ".");
		});
	}
}
