package nl.ontwikkelagenda.app.webhook;

import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks.
 *
 * @param privateAddresses whether they may lead to addresses in private networks and on this machine, there also without TLS
 * @param timeout          how long one attempt may take
 * @param hosts            the only servers to which they may lead, each with what is below it in its domain; none for any
 */
@ConfigurationProperties("ontwikkelagenda.webhooks")
record WebhookSettings(@DefaultValue("false") boolean privateAddresses, @DefaultValue("10s") Duration timeout, @DefaultValue List<String> hosts) {
}
