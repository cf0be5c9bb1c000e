package nl.ontwikkelagenda.app.webhook;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Brings one body to one address. It follows no redirects, keeps no cookies and no connections, and reads of the answer its status alone; all of it within the time-out.
 */
@Component
class WebhookClient implements DisposableBean {

	private static final int AT_ONCE = 20;
	private static final int LONGEST_HEADER = 8_192;
	private static final int MOST_HEADERS = 100;

	private final CloseableHttpClient client;
	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("webhooks-clock").factory());
	private final Duration timeout;
	private volatile boolean stopping;

	WebhookClient(Destinations destinations, WebhookSettings settings) {
		this.timeout = settings.timeout();
		Timeout patience = Timeout.of(timeout);
		client = HttpClients.custom()
				.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setDnsResolver(destinations).setMaxConnTotal(AT_ONCE).setMaxConnPerRoute(AT_ONCE)
						.setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(patience).setSocketTimeout(patience).build())
						.setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
								.http1Config(Http1Config.custom().setMaxLineLength(LONGEST_HEADER).setMaxHeaderCount(MOST_HEADERS).build()).build())
						.build())
				.setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(patience).setConnectionRequestTimeout(patience).build())
				.setConnectionReuseStrategy((request, response, context) -> false).disableRedirectHandling().disableAutomaticRetries().disableCookieManagement()
				.disableAuthCaching()
				.disableContentCompression().setUserAgent("Ontwikkelagenda").build();
	}

	/**
	 * What came of it.
	 *
	 * @param status that the receiver answered; null when there was no answer
	 * @param error  in Dutch, why there was none
	 */
	record Outcome(@Nullable Integer status, @Nullable String error) {

		boolean isTaken() {
			return status != null && status >= 200 && status < 300;
		}

		boolean isGone() {
			return status != null && status == 410;
		}
	}

	/** @throws InterruptedException when this server stops meanwhile; what came of it is not known then */
	Outcome post(URI address, Map<String, String> headers, byte[] body) throws InterruptedException {
		HttpPost request = new HttpPost(address);
		headers.forEach(request::setHeader);
		request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
		ScheduledFuture<?> end = clock.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
		try {
			return new Outcome(status(request, client.executeOpen(null, request, null)), null);
		} catch (IOException e) {
			if (Thread.interrupted() || stopping) {
				throw new InterruptedException();
			}
			return new Outcome(null, request.isCancelled() ? "De server antwoordde niet op tijd." : words(e));
		} finally {
			end.cancel(false);
		}
	}

	@Override
	public void destroy() throws IOException {
		// that the connection breaks now is no failure of the receiver
		stopping = true;
		clock.shutdownNow();
		client.close();
	}

	/** The rest of the answer may be of any length: it is cut off, as closing it would read it. */
	private static int status(HttpPost request, ClassicHttpResponse response) {
		request.cancel();
		Closer.closeQuietly(response);
		return response.getCode();
	}

	private static String words(IOException e) {
		return switch (e) {
			case Destinations.Refused refused -> "Het adres leidt naar een besloten netwerk.";
			case UnknownHostException unknown -> "De naam van de server is niet bekend.";
			case SocketTimeoutException late -> "De server antwoordde niet op tijd.";
			case InterruptedIOException late -> "De server antwoordde niet op tijd.";
			case ConnectException refused -> "De server is niet bereikbaar.";
			case SSLException unsafe -> "De verbinding is niet veilig: het certificaat of de versleuteling klopt niet.";
			default -> "De verbinding brak af.";
		};
	}
}
