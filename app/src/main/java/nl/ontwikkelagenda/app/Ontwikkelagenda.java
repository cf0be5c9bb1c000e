package nl.ontwikkelagenda.app;

import nl.ontwikkelagenda.app.cli.Program;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application; without arguments it serves the partnership until it is stopped. */
@SpringBootApplication(scanBasePackages = "nl.ontwikkelagenda")
public class Ontwikkelagenda {

	public static void main(String[] args) {
		// Axon asks a server of its maker for news at every start unless this is set before its first class is used
		System.setProperty("axoniq.update-checker.disabled", "true");
		Program.run(Ontwikkelagenda.class, args);
	}
}
