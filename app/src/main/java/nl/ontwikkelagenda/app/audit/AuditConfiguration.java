package nl.ontwikkelagenda.app.audit;

import nl.ontwikkelagenda.app.audit.Ledger.Published;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

	@Bean
	NewestCheckpoint newestCheckpoint(Ledger ledger) {
		return () -> ledger.newest().map(Published::checkpoint);
	}
}
