package nl.ontwikkelagenda.app.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.administration.InstallationState.Concern;
import nl.ontwikkelagenda.app.administration.InstallationState.Disk;
import nl.ontwikkelagenda.app.command.Automations;
import nl.ontwikkelagenda.app.mail.Postman;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ViewState;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks everywhere how it is, with one question to the registers, and says what asks for attention. */
@Component
public class Installation {

	private static final long MUCH_BEHIND = 1_000;
	private static final long MANY_UNPUBLISHED = 1_000;
	private static final int LITTLE_FREE = 10;
	private static final Duration OLD_BACKUP = Duration.ofHours(26);

	private static final String REGISTERS = """
			select (select count(*) from register.dead_letter) as letters,
			(select count(*) from register.outgoing_mail where state = 'WAITING') as waiting, (select count(*) from register.outgoing_mail where state = 'FAILED') as failed,
			(select count(*) from register.retention_proposal where state = 'OPEN') as proposals,
			(select count(*) from register.webhook where paused_as <> 'ASKED') as paused,
			(select count(*) from log.domain_event where global_index > coalesce((select global_index from ledger.checkpoint join ledger.leaf
				on leaf.run = checkpoint.run and leaf_index = tree_size - 1 order by checkpoint.run desc, tree_size desc limit 1), 0)) as unpublished,
			(select max(finished_at) from register.ledger_check where state in ('SOUND', 'CONTINUED')) as checked,
			(select state from register.ledger_check where state in ('SOUND', 'CONTINUED', 'BROKEN') order by finished_at desc limit 1) as outcome,
			(select last_success from register.job where task_name = 'MakeBackups') as backup,
			array(select distinct task_name from register.job where consecutive_failures > 0 order by task_name) as failing""";

	private final EventLog log;
	private final ReadModelEngine views;
	private final Automations automations;
	private final Postman postman;
	private final JdbcClient database;
	private final AdministrationWords words;
	private final Clock clock;
	private final Path data;
	private final boolean backups;

	Installation(EventLog log, ReadModelEngine views, Automations automations, Postman postman, JdbcClient database, AdministrationWords words, Clock clock,
			@Value("${ontwikkelagenda.data-directory:./data}") Path data, @Value("${ontwikkelagenda.backup.directory:}") String backups) {
		this.log = log;
		this.views = views;
		this.automations = automations;
		this.postman = postman;
		this.database = database;
		this.words = words;
		this.clock = clock;
		this.data = data;
		this.backups = !backups.isBlank();
	}

	private record Registers(long letters, long waiting, long failed, long proposals, long paused, long unpublished, @Nullable Instant checked, @Nullable String outcome,
			@Nullable Instant backup, List<String> failing) {

		/** Whether this came out of the last check of the log. */
		boolean found(String state) {
			return state.equals(outcome);
		}
	}

	public InstallationState state() {
		long head = log.safePosition();
		long behind = Math.max(0, head - views.position());
		Registers registers = registers();
		List<Automations.State> running = automations.states();
		List<String> aside = names(ViewState.State.SET_ASIDE);
		Disk disk = disk();
		return new InstallationState(Installation.class.getPackage().getImplementationVersion(), head, behind, aside, names(ViewState.State.BUILDING), running,
				registers.letters(), postman.works(), registers.waiting(), registers.failed(), registers.proposals(), registers.paused(), registers.unpublished(),
				registers.checked(),
				registers.found("BROKEN"), backups, registers.backup(), registers.failing(), disk, concerns(behind, aside, running, registers, disk));
	}

	private Registers registers() {
		return database.sql(REGISTERS)
				.query((row, number) -> new Registers(row.getLong("letters"), row.getLong("waiting"), row.getLong("failed"), row.getLong("proposals"), row.getLong("paused"),
						row.getLong("unpublished"),
						moment(row.getObject("checked", OffsetDateTime.class)), row.getString("outcome"), moment(row.getObject("backup", OffsetDateTime.class)),
						List.of((String[]) row.getArray("failing").getArray())))
				.single();
	}

	private List<Concern> concerns(long behind, List<String> aside, List<Automations.State> running, Registers registers, Disk disk) {
		List<Concern> concerns = new ArrayList<>();
		when(registers.found("BROKEN"), concerns, "Het logboek is niet meer zoals het is vastgelegd.", "/controle");
		when(registers.found("CONTINUED"), concerns, "Er zijn feiten kwijt die al bekend waren gemaakt.", "/controle");
		when(disk.percentageFree() < LITTLE_FREE, concerns, "De schijf is bijna vol: er is nog " + disk.percentageFree() + " % vrij.", OverviewPage.PATH);
		when(!aside.isEmpty(), concerns, "Niet meer bijgewerkt: " + String.join(", ", aside.stream().map(words::view).toList()) + ".", "/beheer/leesmodellen");
		when(behind > MUCH_BEHIND, concerns, "De overzichten lopen " + words.number(behind) + " feiten achter.", "/beheer/leesmodellen");
		when(running.stream().anyMatch(one -> !one.running() || one.failing()), concerns, "Niet alles wat vanzelf gaat, loopt.", DeadLettersPage.PATH);
		when(registers.letters() > 0, concerns, "Er bleef werk liggen dat niet vanzelf kon worden gedaan: " + words.number(registers.letters()) + ".", DeadLettersPage.PATH);
		when(!registers.failing().isEmpty(), concerns, "Mislukt bij de laatste keer: " + String.join(", ", registers.failing().stream().map(words::job).toList()) + ".",
				JobsPage.PATH);
		when(registers.failed() > 0, concerns, "Niet verzonden mails: " + words.number(registers.failed()) + ".", OutboxPage.PATH);
		when(registers.proposals() > 0, concerns, "Voorstellen om gegevens te verwijderen waarover u beslist: " + words.number(registers.proposals()) + ".",
				"/beheer/bewaartermijnen");
		when(registers.paused() > 0, concerns, "Koppelingen die uit zichzelf stilstaan: " + words.number(registers.paused()) + ".", "/meldingen/koppelingen");
		when(registers.unpublished() > MANY_UNPUBLISHED, concerns,
				"Het grootboek loopt achter: " + words.number(registers.unpublished()) + " feiten zitten nog in geen checkpoint.",
				"/controle");
		when(!backups, concerns, "Er worden geen reservekopieën gemaakt; de beheerder van de server zet ze aan.", OverviewPage.PATH);
		when(backups && (registers.backup() == null || registers.backup().isBefore(clock.instant().minus(OLD_BACKUP))), concerns,
				"Er is de laatste dag geen reservekopie gemaakt.", JobsPage.PATH);
		return concerns;
	}

	private static void when(boolean so, List<Concern> concerns, String sentence, String address) {
		if (so) {
			concerns.add(new Concern(sentence, address));
		}
	}

	private List<String> names(ViewState.State state) {
		return views.states().stream().filter(view -> view.state() == state).map(ViewState::name).distinct().toList();
	}

	/** Of the directory of the data, or of the nearest one above it that is there. */
	private Disk disk() {
		try {
			Path there = Stream.iterate(data.toAbsolutePath(), directory -> directory != null, Path::getParent).filter(Files::exists).findFirst().orElseThrow();
			FileStore store = Files.getFileStore(there);
			return new Disk(store.getUsableSpace(), store.getTotalSpace());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
		return time == null ? null : time.toInstant();
	}
}
