package nl.ontwikkelagenda.app.webhook;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import nl.ontwikkelagenda.app.rest.InvalidInput;

import org.apache.hc.client5.http.DnsResolver;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Which addresses a webhook may lead to: none from which somebody could reach through this server what he can not reach himself. The name is looked up when a connection is made, and
 * the connection is made to what was found and looked at then; so a name that leads elsewhere later helps nobody.
 */
@Component
@EnableConfigurationProperties(WebhookSettings.class)
class Destinations implements DnsResolver {

	private static final String FIELD = "address";
	private static final int LONGEST = 1_000;

	/** Not of the internet, beside those that {@link InetAddress} knows itself. */
	private static final List<Network> RESERVED = Stream.of("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
			"203.0.113.0/24", "240.0.0.0/4", "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "fc00::/7").map(Network::of).toList();
	/** Addresses of version 6 that lead to one of version 4, and at which byte that begins. */
	private static final Network TRANSLATED = Network.of("64:ff9b::/96");
	private static final int TRANSLATED_FROM = 12;
	private static final Network TUNNELLED = Network.of("2002::/16");
	private static final int TUNNELLED_FROM = 2;
	private static final int VERSION_4_BYTES = 4;

	private final boolean privateAddresses;
	private final List<String> hosts;

	Destinations(WebhookSettings settings) {
		this.privateAddresses = settings.privateAddresses();
		this.hosts = settings.hosts().stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
	}

	/** Addresses that begin with the same bits. */
	private record Network(BigInteger prefix, int bits, int length) {

		static Network of(String text) {
			String[] parts = text.split("/");
			byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
			int length = address.length * Byte.SIZE;
			int bits = Integer.parseInt(parts[1]);
			return new Network(new BigInteger(1, address).shiftRight(length - bits), bits, length);
		}

		boolean has(InetAddress address) {
			byte[] bytes = address.getAddress();
			return bytes.length * Byte.SIZE == length && new BigInteger(1, bytes).shiftRight(length - bits).equals(prefix);
		}
	}

	/** That a name leads to where a webhook may not. */
	static final class Refused extends UnknownHostException {

		private static final long serialVersionUID = 1L;

		Refused() {
			super("Het adres leidt naar een besloten netwerk.");
		}
	}

	/** Whether the administrator lets webhooks lead to this server. */
	private boolean isAllowed(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		return hosts.isEmpty() || hosts.stream().anyMatch(allowed -> name.equals(allowed) || name.endsWith("." + allowed));
	}

	/**
	 * An address to which a webhook may lead now.
	 *
	 * @throws InvalidInput when it may not, or when its name is not known
	 */
	URI checked(String text) {
		URI address = parsed(text);
		if (!isAllowed(address.getHost())) {
			throw new InvalidInput(FIELD, "Naar deze server mag niets worden gestuurd; de beheerder staat alleen toe: " + String.join(", ", hosts) + ".");
		}
		try {
			InetAddress[] found = resolve(address.getHost());
			if (!isSecure(address) && !Arrays.stream(found).allMatch(InetAddress::isLoopbackAddress)) {
				throw new InvalidInput(FIELD, "Begin het adres met https://.");
			}
		} catch (Refused e) {
			throw new InvalidInput(FIELD, "Kies een adres op het internet; dit leidt naar een besloten netwerk.");
		} catch (UnknownHostException e) {
			throw new InvalidInput(FIELD, "De naam van de server in dit adres is niet bekend.");
		}
		return address;
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] found = InetAddress.getAllByName(host);
		if (!isAllowed(host) || (!privateAddresses && Arrays.stream(found).anyMatch(Destinations::isPrivate))) {
			throw new Refused();
		}
		return found;
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	static boolean isPrivate(InetAddress address) {
		if (address.isAnyLocalAddress() || address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isSiteLocalAddress() || address.isMulticastAddress()
				|| RESERVED.stream().anyMatch(network -> network.has(address))) {
			return true;
		}
		return (TRANSLATED.has(address) && isPrivate(inner(address, TRANSLATED_FROM))) || (TUNNELLED.has(address) && isPrivate(inner(address, TUNNELLED_FROM)));
	}

	private static InetAddress inner(InetAddress address, int from) {
		try {
			return InetAddress.getByAddress(Arrays.copyOfRange(address.getAddress(), from, from + VERSION_4_BYTES));
		} catch (UnknownHostException e) {
			throw new IllegalStateException(e);
		}
	}

	private URI parsed(String text) {
		try {
			URI address = new URI(text);
			if (text.length() > LONGEST || address.getHost() == null || address.getRawUserInfo() != null || address.getRawFragment() != null
					|| !address.toASCIIString().equals(text)) {
				throw new InvalidInput(FIELD, "Geef een heel adres van hoogstens " + LONGEST + " tekens, zonder naam en wachtwoord, als https://agenda.partner.example/berichten.");
			}
			if (!isSecure(address) && !(privateAddresses && "http".equalsIgnoreCase(address.getScheme()))) {
				throw new InvalidInput(FIELD, "Begin het adres met https://.");
			}
			return address;
		} catch (URISyntaxException e) {
			throw new InvalidInput(FIELD, "Dit is geen adres; schrijf het als https://agenda.partner.example/berichten.");
		}
	}

	private static boolean isSecure(URI address) {
		return "https".equals(String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT));
	}
}
