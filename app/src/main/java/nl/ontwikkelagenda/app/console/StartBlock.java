package nl.ontwikkelagenda.app.console;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints, once the application serves, the few things one needs to use it. */
@Component
class StartBlock {

	private final Environment environment;
	private final ObjectProvider<Announcement.Source> sources;

	StartBlock(Environment environment, ObjectProvider<Announcement.Source> sources) {
		this.environment = environment;
		this.sources = sources;
	}

	@EventListener
	void print(ApplicationReadyEvent ready) {
		String port = environment.getProperty("local.server.port");
		if (port != null) {
			System.out.print(block(address(port), ready.getTimeTaken()));
			System.out.flush();
		}
	}

	String block(String address, @Nullable Duration timeTaken) {
		String version = environment.getProperty("spring.application.version", "");
		StringBuilder block = new StringBuilder("%nOntwikkelagenda %s%n".formatted(version).replace(" \n", "\n"));
		line(block, new Announcement("adres", address));
		sources.orderedStream().forEach(source -> source.announcements().forEach(announcement -> line(block, announcement)));
		if (timeTaken != null) {
			line(block, new Announcement("klaar in", String.format(Locale.forLanguageTag("nl"), "%.1f s; stoppen met Ctrl-C", timeTaken.toMillis() / 1000.0)));
		}
		return block.append(System.lineSeparator()).toString();
	}

	private String address(String port) {
		String host = environment.getProperty("server.address", InetAddress.getLoopbackAddress().getHostAddress());
		return "http://" + host + ":" + port + environment.getProperty("server.servlet.context-path", "");
	}

	private static void line(StringBuilder block, Announcement announcement) {
		block.append("  %-12s %s%n".formatted(announcement.label(), announcement.text()));
	}
}
