package nl.ontwikkelagenda.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the application. */
@SpringBootApplication(scanBasePackages = "nl.ontwikkelagenda")
public class Ontwikkelagenda {

	public static void main(String[] args) {
		SpringApplication.run(Ontwikkelagenda.class, args);
	}
}
