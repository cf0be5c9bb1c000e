package nl.ontwikkelagenda.app.cli;

import java.io.UncheckedIOException;
import java.time.Duration;

import nl.ontwikkelagenda.app.command.NotAllowed;
import nl.ontwikkelagenda.app.command.NotFound;
import nl.ontwikkelagenda.app.person.Accounts;
import nl.ontwikkelagenda.app.person.Accounts.Account;
import nl.ontwikkelagenda.app.rest.InvalidInput;
import nl.ontwikkelagenda.app.takeaway.Takeaways;
import nl.ontwikkelagenda.reporting.readmodel.EventLog;
import nl.ontwikkelagenda.reporting.readmodel.ReadModelEngine;
import nl.ontwikkelagenda.reporting.readmodel.ViewNotReady;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

import org.springframework.context.ApplicationContext;

/** What commands have in common that take something along: they do so as somebody who may, and that is written down as it is on the web. */
@Command
final class InTheNameOf {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	@Option(names = "--user", paramLabel = "INLOGNAAM", required = true, description = "namens wie: wat deze persoon mag zien komt mee, en het wordt op zijn naam vastgelegd") private String username = "";

	/** Takes something along. */
	interface Work {

		void with(Takeaways takeaways, Account account);
	}

	/** @return the exit code of the command */
	int call(Class<?> application, Settings settings, Work work) {
		try (var context = settings.openWithLog(application)) {
			Account account = context.getBean(Accounts.class).find(username).orElse(null);
			if (account == null) {
				return refuse("Er is geen account met de naam " + username + "; 'user list' toont ze alle.", ExitCode.SOFTWARE);
			}
			ReadModelEngine engine = context.getBean(ReadModelEngine.class);
			// whichever instance keeps the views does the work: the one that serves, or this one when none does
			engine.start();
			try {
				return isUpToDate(engine, context)
						? call(work, context.getBean(Takeaways.class), account)
						: refuse("De overzichten zijn nog niet bij; probeer het later opnieuw.",
								ExitCode.SOFTWARE);
			} finally {
				engine.stop();
			}
		}
	}

	private static boolean isUpToDate(ReadModelEngine engine, ApplicationContext context) {
		return engine.awaitPosition(context.getBean(EventLog.class).safePosition(), PATIENCE);
	}

	private static int call(Work work, Takeaways takeaways, Account account) {
		try {
			work.with(takeaways, account);
			return ExitCode.OK;
		} catch (InvalidInput e) {
			e.errors().forEach(error -> System.err.println(error.message()));
			return ExitCode.USAGE;
		} catch (NotFound e) {
			return refuse("Er is niets met dit id dat " + account.username() + " mag zien.", ExitCode.SOFTWARE);
		} catch (NotAllowed | ViewNotReady e) {
			return refuse(String.valueOf(e.getMessage()), ExitCode.SOFTWARE);
		} catch (UncheckedIOException e) {
			return refuse("Dit kon niet worden geschreven: " + e.getMessage(), ExitCode.SOFTWARE);
		}
	}

	private static int refuse(String sentence, int exitCode) {
		System.err.println(sentence);
		return exitCode;
	}
}
