package nl.ontwikkelagenda.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

	private final StringWriter out = new StringWriter();
	private final StringWriter err = new StringWriter();

	@Test
	void helpNamesEveryCommandAndEveryExitCode() {
		assertThat(run("--help")).isZero();
		assertThat(out.toString()).contains("Opdrachten:", "serve", "check", "rebuild", "report", "export", "user", "backup", "restore", "Afsluitcodes:",
				"3   de gegevensmap is al in gebruik");
	}

	@ParameterizedTest
	@ValueSource(strings = {"serve", "check", "rebuild", "report", "export", "user", "backup", "restore"})
	void everyCommandExplainsItself(String command) {
		assertThat(run(command, "--help")).isZero();
		assertThat(out.toString()).startsWith("Gebruik: ontwikkelagenda " + command);
	}

	@ParameterizedTest
	@ValueSource(strings = {"chekc", "--bad", "-x", "--server.port"})
	void whatIsNotUnderstoodStartsNothing(String argument) {
		assertThat(run(argument)).isEqualTo(2);
		assertThat(err.toString()).startsWith("Niet begrepen: " + argument);
	}

	@Test
	void whoTakesAlongSaysInWhoseNameAndWhat() {
		assertThat(run("report", "0b8e7f3a-5d2c-4f6e-9a1b-2c3d4e5f6a7b")).isEqualTo(2);
		assertThat(err.toString()).contains("--user=INLOGNAAM");
		assertThat(run("report", "--user=secretaris")).isEqualTo(2);
		assertThat(run("export", "0b8e7f3a-5d2c-4f6e-9a1b-2c3d4e5f6a7b", "--user=secretaris")).isEqualTo(2);
		assertThat(err.toString()).contains("ONDERWERP", "MAP");
		assertThat(run("report", "0b8e7f3a-5d2c-4f6e-9a1b-2c3d4e5f6a7b", "--user=secretaris", "--format=papyrus")).isEqualTo(2);
	}

	@Test
	void saysItsVersion() {
		assertThat(run("--version")).isZero();
		assertThat(out.toString()).startsWith("ontwikkelagenda ");
	}

	private int run(String... arguments) {
		return Program.commandLine(ProgramTest.class).setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
	}
}
