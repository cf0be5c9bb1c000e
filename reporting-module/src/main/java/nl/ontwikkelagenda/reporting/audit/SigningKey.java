package nl.ontwikkelagenda.reporting.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** The secret half of an Ed25519 key. */
public final class SigningKey {

	private static final String ALGORITHM = "Ed25519";

	private final PrivateKey secret;
	private final VerifierKey verifier;

	private SigningKey(PrivateKey secret, VerifierKey verifier) {
		this.secret = secret;
		this.verifier = verifier;
	}

	/**
	 * A new one.
	 *
	 * @param name of who holds it: no spaces, no plus
	 */
	public static SigningKey generate(String name, VerifierKey.Kind kind) {
		try {
			KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
			return new SigningKey(pair.getPrivate(), VerifierKey.of(name, kind, pair.getPublic()));
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("Every Java has Ed25519", e);
		}
	}

	/** @throws IllegalArgumentException these are not the lines of {@link #lines()} */
	public static SigningKey of(List<String> lines) {
		try {
			VerifierKey verifier = VerifierKey.parse(lines.getFirst());
			PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.get(1))));
			SigningKey key = new SigningKey(secret, verifier);
			byte[] probe = {1};
			if (!verifier.signed(probe, key.sign(probe))) {
				throw new IllegalArgumentException("The two halves of the signing key do not belong together");
			}
			return key;
		} catch (GeneralSecurityException | IndexOutOfBoundsException e) {
			throw new IllegalArgumentException("Not a signing key", e);
		}
	}

	/** What is to be kept, secretly: the public key as {@link VerifierKey#toString()} writes it, and the secret one, PKCS #8 in base64. */
	public List<String> lines() {
		return List.of(verifier.toString(), Base64.getEncoder().encodeToString(secret.getEncoded()));
	}

	public VerifierKey verifier() {
		return verifier;
	}

	/** Signs the text of a note. */
	public SignedNote.Line sign(String text) {
		return new SignedNote.Line(verifier.name(), verifier.keyIdBytes(), sign(text.getBytes(StandardCharsets.UTF_8)));
	}

	/** Signs a checkpoint as a witness who saw it at this moment: C2SP tlog-cosignature. */
	public SignedNote.Line cosign(String text, Instant seenAt) {
		long seconds = seenAt.getEpochSecond();
		byte[] signature = sign(SignedNote.cosigned(text, seconds));
		return new SignedNote.Line(verifier.name(), verifier.keyIdBytes(), ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array());
	}

	private byte[] sign(byte[] message) {
		try {
			Signature signature = Signature.getInstance(ALGORITHM);
			signature.initSign(secret);
			signature.update(message);
			return signature.sign();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("The signing key cannot sign", e);
		}
	}
}
