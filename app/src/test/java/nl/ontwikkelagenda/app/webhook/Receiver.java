package nl.ontwikkelagenda.app.webhook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The system of a partner: takes what is brought and checks its signature as the documentation says; fails, is slow or sends on when told so. */
public final class Receiver implements AutoCloseable {

	private final HttpServer server;
	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
	private final List<Received> received = new ArrayList<>();
	private final Deque<Answer> answers = new ArrayDeque<>();
	private final AtomicInteger busy = new AtomicInteger();
	private final AtomicInteger mostBusy = new AtomicInteger();
	private volatile String secret = "";
	private volatile int stumbles;

	/** What came in. */
	public record Received(String id, long timestamp, boolean signed, JsonNode body) {

		public List<String> sentences() {
			return body.at("/data/items").valueStream().map(item -> item.path("sentence").asString()).toList();
		}
	}

	/** How it answers once. */
	@FunctionalInterface
	public interface Answer {

		void to(HttpExchange exchange) throws IOException, InterruptedException;

		static Answer status(int status) {
			return exchange -> exchange.sendResponseHeaders(status, -1);
		}
	}

	public Receiver() {
		try {
			server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		server.setExecutor(threads);
		server.createContext("/", this::handle);
		server.start();
	}

	public String address() {
		return "http://127.0.0.1:" + server.getAddress().getPort() + "/berichten";
	}

	/** What the partner was given to check signatures with. */
	public void keep(String shown) {
		secret = shown;
	}

	/** The next answers, before it takes everything again. */
	public synchronized void answer(Answer... next) {
		answers.addAll(List.of(next));
	}

	/** Takes nothing for so many times. */
	void stumble(int times) {
		stumbles = times;
	}

	public synchronized List<Received> received() {
		return List.copyOf(received);
	}

	/** All sentences that it took, in the order in which they came. */
	List<String> sentences() {
		return received().stream().flatMap(each -> each.sentences().stream()).toList();
	}

	public int mostAtOnce() {
		return mostBusy.get();
	}

	@Override
	public void close() {
		server.stop(0);
		threads.shutdownNow();
	}

	private void handle(HttpExchange exchange) throws IOException {
		mostBusy.accumulateAndGet(busy.incrementAndGet(), Math::max);
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			Answer answer = note(exchange, body);
			answer.to(exchange);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			busy.decrementAndGet();
		}
	}

	private synchronized Answer note(HttpExchange exchange, byte[] body) {
		String id = exchange.getRequestHeaders().getFirst("webhook-id");
		String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
		String signature = exchange.getRequestHeaders().getFirst("webhook-signature");
		received.add(new Received(id, Long.parseLong(timestamp), verified(secret, id, timestamp, body, signature), JsonMapper.shared().readTree(body)));
		if (stumbles > 0) {
			stumbles--;
			return Answer.status(503);
		}
		return answers.isEmpty() ? Answer.status(204) : answers.removeFirst();
	}

	/** As docs/feeds.md tells a partner to do it. */
	private static boolean verified(String secret, String id, String timestamp, byte[] body, String signature) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
			mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
			return MessageDigest.isEqual(mac.doFinal(body), Base64.getDecoder().decode(signature.substring("v1,".length())));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	/** An answer that never ends. */
	static Answer endless() {
		return exchange -> {
			exchange.sendResponseHeaders(200, 0);
			OutputStream out = exchange.getResponseBody();
			byte[] much = new byte[65_536];
			while (true) {
				out.write(much);
			}
		};
	}
}
