package nl.ontwikkelagenda.app.oidc;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import nl.ontwikkelagenda.app.keys.KeyFiles;

import org.springframework.util.function.SingletonSupplier;

/** The key with which this installation shows the issuer who it is ({@code private_key_jwt}): made when it is first needed, a file outside the database. No secret is shared. */
final class ClientKey {

	private static final String FILE = "oidc-client.jwk";
	private static final int BITS = 3072;

	private final KeyFiles files;
	private final SingletonSupplier<RSAKey> key = SingletonSupplier.of(this::read);

	ClientKey(KeyFiles files) {
		this.files = files;
	}

	RSAKey whole() {
		return key.obtain();
	}

	/** What the issuer may know. */
	String published() {
		return new JWKSet(whole().toPublicJWK()).toString();
	}

	private RSAKey read() {
		try {
			if (files.read(FILE).isEmpty()) {
				RSAKey made = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).keyIDFromThumbprint(true).generate();
				files.create(FILE, made.toJSONString().getBytes(StandardCharsets.UTF_8));
			}
			// another instance may have been first
			return RSAKey.parse(new String(files.read(FILE).orElseThrow(), StandardCharsets.UTF_8));
		} catch (JOSEException | ParseException e) {
			throw new IllegalStateException("The key " + FILE + " cannot be used", e);
		}
	}
}
