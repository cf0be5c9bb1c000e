package nl.ontwikkelagenda.app.store;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/** Axon asks its makers for updates at every start, and tells them what it runs on. This application calls nobody. */
public final class UpdateCheckOff implements EnvironmentPostProcessor {

	/** The system property that Axon looks at; it must be there before the context is made. */
	static final String PROPERTY = "axoniq.update-checker.disabled";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		System.setProperty(PROPERTY, "true");
	}
}
