package nl.ontwikkelagenda.app.benchmark;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import nl.ontwikkelagenda.app.rest.Running;

import org.jspecify.annotations.Nullable;

/** The application as its users start it: {@code java -jar} with the flags of docs/running.md, in a process of its own. */
final class Served implements AutoCloseable {

	static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:+UseCompactObjectHeaders", "-XX:SweeperThreshold=100");

	private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
	private static final Duration LONGEST_START = Duration.ofMinutes(2);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
	private final Process process;
	private final String address;
	private final double secondsToReady;

	/** Starts it and waits until it says that it is ready. */
	Served(Path jar, @Nullable Path aotCache, Path data, Path output) throws IOException, InterruptedException {
		int port = freePort();
		address = "http://127.0.0.1:" + port;
		List<String> command = new ArrayList<>(List.of(JAVA.toString()));
		command.addAll(FLAGS);
		if (aotCache == null) {
			command.add("--enable-native-access=ALL-UNNAMED");
		} else {
			// without this Java goes on silently without a cache that does not fit
			command.addAll(List.of("-XX:AOTCache=" + aotCache, "-XX:AOTMode=on"));
		}
		command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--ontwikkelagenda.data-directory=" + data, "--ontwikkelagenda.demo=true",
				"--ontwikkelagenda.demo-history=false"));
		long start = System.nanoTime();
		process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		while (!isReady()) {
			if (!process.isAlive() || System.nanoTime() - start > LONGEST_START.toNanos()) {
				close();
				throw new IllegalStateException("The application does not start:\n" + lastOf(output));
			}
			Thread.sleep(5);
		}
		secondsToReady = (System.nanoTime() - start) / 1e9;
	}

	/** From the start of the process until its readiness probe answers that it is up. */
	double secondsToReady() {
		return secondsToReady;
	}

	/** Runs {@code bin/aot-cache}; answers the directory with the unpacked application and its cache. */
	static Path withAotCache(Path script, Path jar, Path target, Path output) throws IOException, InterruptedException {
		ProcessBuilder training = new ProcessBuilder("bash", script.toString(), jar.toString(), target.toString()).redirectErrorStream(true).redirectOutput(output.toFile());
		training.environment().put("JAVA", JAVA.toString());
		Process process = training.start();
		if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
			process.destroy();
			throw new IllegalStateException("No AOT cache could be made:\n" + lastOf(output));
		}
		return target;
	}

	CompletableFuture<HttpResponse<String>> get(String path) {
		return client.sendAsync(request(path).GET().build(), BodyHandlers.ofString());
	}

	CompletableFuture<HttpResponse<String>> post(String path, String json) {
		return client.sendAsync(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
	}

	CompletableFuture<HttpResponse<String>> postAs(String user, String path, String json) {
		return postWith(Running.authorization(user), path, json);
	}

	/** @param authorization the header of that name */
	CompletableFuture<HttpResponse<String>> postWith(String authorization, String path, String json) {
		HttpRequest request = request(path).setHeader("Authorization", authorization).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)).build();
		return client.sendAsync(request, BodyHandlers.ofString());
	}

	/** @param authorization the header of that name */
	CompletableFuture<HttpResponse<String>> getWith(String authorization, String path) {
		return client.sendAsync(request(path).setHeader("Authorization", authorization).GET().build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30)).header("Authorization", Running.authorization("secretaris"));
	}

	/** Megabytes that the JVM occupies in memory, PostgreSQL not counted; NaN where the system does not tell. */
	double residentMegabytes() throws IOException {
		Path status = Path.of("/proc/" + process.pid() + "/status");
		if (!Files.exists(status)) {
			return Double.NaN;
		}
		String line = Files.readAllLines(status).stream().filter(each -> each.startsWith("VmRSS:")).findFirst().orElseThrow();
		return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
	}

	private boolean isReady() throws InterruptedException {
		try {
			HttpResponse<Void> answer = client.send(HttpRequest.newBuilder(URI.create(address + "/actuator/health/readiness")).timeout(Duration.ofSeconds(10)).build(),
					BodyHandlers.discarding());
			return answer.statusCode() == 200;
		} catch (IOException e) {
			return false;
		}
	}

	private static String lastOf(Path output) throws IOException {
		try (var file = new RandomAccessFile(output.toFile(), "r")) {
			byte[] bytes = new byte[(int) Math.min(4_000, file.length())];
			file.seek(file.length() - bytes.length);
			file.readFully(bytes);
			return new String(bytes, StandardCharsets.UTF_8);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	@Override
	public void close() {
		process.destroy();
		try {
			if (!process.waitFor(30, TimeUnit.SECONDS)) {
				process.destroyForcibly();
			}
		} catch (InterruptedException e) {
			process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
		client.close();
	}
}
