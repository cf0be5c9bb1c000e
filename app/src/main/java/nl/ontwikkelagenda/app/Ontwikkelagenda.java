package nl.ontwikkelagenda.app;

import nl.ontwikkelagenda.app.cli.Program;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The application; without arguments it serves the partnership until it is stopped. */
@SpringBootApplication(scanBasePackages = "nl.ontwikkelagenda")
public class Ontwikkelagenda {

	public static void main(String[] args) {
		Program.run(Ontwikkelagenda.class, args);
	}
}
