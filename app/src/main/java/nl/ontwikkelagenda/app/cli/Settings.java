package nl.ontwikkelagenda.app.cli;

import java.util.ArrayList;
import java.util.List;

import nl.ontwikkelagenda.app.axonserver.ServerPresence;
import nl.ontwikkelagenda.app.store.LogUnavailable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;

/** The settings that may follow every command, as in {@code --server.port=8081}; and the application that they make. */
@Command
final class Settings {

	@Spec(Spec.Target.MIXEE)
	@SuppressWarnings("NullAway.Init") private CommandSpec command;

	void serve(Class<?> application) {
		SpringApplication.run(application, checked().toArray(String[]::new));
	}

	/** The application without its web server and without anything that runs by itself, on the database of the running application if there is one. */
	ConfigurableApplicationContext open(Class<?> application) {
		return opened(application, "--ontwikkelagenda.join-running=true");
	}

	/** The same, when the log can be read; it may be on a server of its own. */
	ConfigurableApplicationContext openWithLog(Class<?> application) {
		return withLog(open(application));
	}

	/** The same context, when the log can be read; closed when it can not. */
	static ConfigurableApplicationContext withLog(ConfigurableApplicationContext context) {
		try {
			context.getBeanProvider(ServerPresence.class).ifAvailable(ServerPresence::await);
			return context;
		} catch (LogUnavailable e) {
			context.close();
			throw e;
		}
	}

	/** The same, on a database that no running application uses, with one more setting. */
	ConfigurableApplicationContext openAlone(Class<?> application, String setting) {
		return opened(application, setting);
	}

	private ConfigurableApplicationContext opened(Class<?> application, String setting) {
		SpringApplication spring = new SpringApplication(application);
		spring.setWebApplicationType(WebApplicationType.NONE);
		spring.setLazyInitialization(true);
		spring.addInitializers(context -> context.getBeanFactory().registerSingleton("lifecycleProcessor", new NothingStarts(context.getBeanFactory())));
		List<String> arguments = checked();
		arguments.add(setting);
		return spring.run(arguments.toArray(String[]::new));
	}

	private List<String> checked() {
		List<String> settings = command.commandLine().getUnmatchedArguments();
		for (String setting : settings) {
			if (!setting.matches("--[a-z][a-zA-Z0-9.\\[\\]-]*=.*")) {
				throw new ParameterException(command.commandLine(), "Niet begrepen: " + setting + ". Een instelling ziet eruit als --server.port=8081.");
			}
		}
		return new ArrayList<>(settings);
	}

	/** A command must not run the processors of the application beside those of the one that serves. */
	private static final class NothingStarts extends DefaultLifecycleProcessor {

		NothingStarts(BeanFactory beans) {
			setBeanFactory(beans);
		}

		@Override
		public void onRefresh() {
			// everything stays as it is
		}
	}
}
