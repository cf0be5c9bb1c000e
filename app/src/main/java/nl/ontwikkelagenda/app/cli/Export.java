package nl.ontwikkelagenda.app.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

import nl.ontwikkelagenda.agenda.partnership.PartnershipId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import org.jspecify.annotations.Nullable;

@Command(name = "export", description = "Schrijft alles van een samenwerkingsverband naar bestanden: lijsten (XLSX), stukken en voortgang (PDF) en alle gegevens (NDJSON); mag naast een draaiende applicatie.")
final class Export implements Callable<Integer> {

	private final Class<?> application;

	@Parameters(index = "0", paramLabel = "SAMENWERKINGSVERBAND", description = "id van het samenwerkingsverband")
	@SuppressWarnings("NullAway.Init") private UUID partnership;

	@Parameters(index = "1", paramLabel = "MAP", description = "nieuwe of lege map waar de bestanden in komen")
	@SuppressWarnings("NullAway.Init") private Path directory;

	@Option(names = "--as-of", paramLabel = "MOMENT", description = "zoals bekend op deze dag, of op dit tijdstip met tijdzone") private @Nullable String asOf;

	@Mixin private InTheNameOf somebody = new InTheNameOf();

	@Mixin private Settings settings = new Settings();

	Export(Class<?> application) {
		this.application = application;
	}

	@Override
	public Integer call() {
		return somebody.call(application, settings, (takeaways, account) -> {
			AtomicInteger files = new AtomicInteger();
			takeaways.export(account, new PartnershipId(partnership), asOf, directory, file -> {
				files.incrementAndGet();
				System.out.println("  " + file);
			});
			System.out.printf(Locale.forLanguageTag("nl"), "%,d bestanden geschreven in %s.%n", files.get(), directory);
		});
	}
}
