package nl.ontwikkelagenda.app.postgres;

import java.nio.file.Path;
import java.util.List;

import nl.ontwikkelagenda.app.console.Announcement;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Without a {@code spring.datasource.url} the application brings its own PostgreSQL; everything else stays as Spring Boot does it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PostgresSettings.class)
@ConditionalOnExpression("!environment.containsProperty('spring.datasource.url')")
class PostgresConfiguration {

	@Bean
	DurablePostgres postgres(PostgresSettings settings, @Value("${ontwikkelagenda.data-directory:./data}") Path directory,
			@Value("${ontwikkelagenda.join-running:false}") boolean joinRunning) {
		return joinRunning ? DurablePostgres.joinOrStart(directory, settings) : DurablePostgres.start(directory, settings);
	}

	@Bean
	@Order(0)
	Announcement.Source dataDirectory(DurablePostgres postgres) {
		return () -> List.of(new Announcement("gegevens", postgres.directory().toString()));
	}

	@Bean
	JdbcConnectionDetails applicationAccount(DurablePostgres postgres) {
		return new JdbcConnectionDetails() {

			@Override
			public String getJdbcUrl() {
				return postgres.url();
			}

			@Override
			public String getUsername() {
				return DurablePostgres.APPLICATION;
			}

			@Override
			public String getPassword() {
				return postgres.applicationPassword();
			}
		};
	}

	@Bean
	FlywayConnectionDetails ownerAccount(DurablePostgres postgres) {
		return new FlywayConnectionDetails() {

			@Override
			public String getJdbcUrl() {
				return postgres.url();
			}

			@Override
			public String getUsername() {
				return DurablePostgres.OWNER;
			}

			@Override
			public String getPassword() {
				return postgres.ownerPassword();
			}
		};
	}
}
