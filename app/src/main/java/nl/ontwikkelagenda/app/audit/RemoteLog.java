package nl.ontwikkelagenda.app.audit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import nl.ontwikkelagenda.app.rest.Api;
import nl.ontwikkelagenda.reporting.audit.CanonicalJson;
import nl.ontwikkelagenda.reporting.audit.Hash;
import nl.ontwikkelagenda.reporting.audit.SignedNote;
import nl.ontwikkelagenda.reporting.audit.Witness;

/** The log of another installation, over its REST interface. */
public final class RemoteLog implements Witness.Log {

	private static final Duration PATIENCE = Duration.ofSeconds(20);
	private static final int LARGEST = 1 << 20;

	private final URI address;
	private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	/** @param address of the installation, without a path */
	public RemoteLog(URI address) {
		this.address = address;
	}

	@Override
	public SignedNote newest() throws IOException {
		return SignedNote.parse(get("/audit/checkpoints/newest", "text/plain"));
	}

	@Override
	public List<Hash> consistency(String origin, long from, long to) throws IOException {
		if (CanonicalJson.parse(get("/audit/consistency?from=" + from + "&to=" + to, "application/json")) instanceof Map<?, ?> proof && origin.equals(proof.get("origin"))
				&& proof.get("path") instanceof List<?> path) {
			return path.stream().map(hash -> Hash.ofBase64(String.valueOf(hash))).toList();
		}
		throw new IOException("het bewijs is onleesbaar");
	}

	/** Gives the other installation what a witness signed, so that everybody can see it there. */
	public void give(SignedNote cosigned) throws IOException {
		String body = CanonicalJson.write(Map.of("note", cosigned.toString()));
		answered(request("/audit/cosignatures", "application/json").header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), 201);
	}

	private String get(String path, String accept) throws IOException {
		return answered(request(path, accept).build(), 200);
	}

	private HttpRequest.Builder request(String path, String accept) {
		return HttpRequest.newBuilder(address.resolve(Api.BASE + path)).timeout(PATIENCE).header("Accept", accept);
	}

	private String answered(HttpRequest request, int status) throws IOException {
		try {
			HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
			try (var body = response.body()) {
				if (response.statusCode() != status) {
					throw new IOException("antwoord " + response.statusCode());
				}
				return new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException("afgebroken", e);
		}
	}
}
