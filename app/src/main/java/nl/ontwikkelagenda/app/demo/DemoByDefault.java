package nl.ontwikkelagenda.app.demo;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Who starts the application to look at it gets the demo; who brings a database of his own does not, unless he asks. */
class DemoByDefault implements EnvironmentPostProcessor {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		boolean embedded = !environment.containsProperty("spring.datasource.url");
		environment.getPropertySources().addLast(new MapPropertySource("demo by default", Map.of("ontwikkelagenda.demo", embedded)));
	}
}
