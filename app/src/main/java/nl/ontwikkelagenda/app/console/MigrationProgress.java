package nl.ontwikkelagenda.app.console;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A migration may write every document anew, or wait for an instance that does. */
@Configuration(proxyBeanMethods = false)
class MigrationProgress {

	@Bean
	FlywayMigrationStrategy migrationThatTells() {
		return flyway -> {
			try (var _ = Progress.of("De database wordt bijgewerkt voor deze versie")) {
				flyway.migrate();
			}
		};
	}
}
