package nl.ontwikkelagenda.app.webhook;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks.
 *
 * @param privateAddresses whether they may lead to addresses in private networks and on this machine, there also without TLS
 * @param timeout          how long one attempt may take
 */
@ConfigurationProperties("ontwikkelagenda.webhooks")
record WebhookSettings(@DefaultValue("false") boolean privateAddresses, @DefaultValue("10s") Duration timeout) {
}
