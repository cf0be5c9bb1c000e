package nl.ontwikkelagenda.app.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The network between the application and PostgreSQL, or Axon Server, which can be slow, cut, silent, or lose an answer. */
public final class Wire implements AutoCloseable {

	/** How PostgreSQL says that a transaction is committed. */
	private static final String COMMITTED = "COMMIT\0";
	private static final int CHUNK = 64 * 1024;
	private static final int LOOK_AGAIN_IN_MILLIS = 20;

	private final int postgres;
	private final ServerSocket server;
	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
	private final AtomicInteger toLose = new AtomicInteger();
	private final AtomicInteger lost = new AtomicInteger();
	private volatile Duration delay = Duration.ZERO;
	private volatile boolean cut;
	private final Set<Socket> silent = ConcurrentHashMap.newKeySet();

	/** @param postgres its port on this machine */
	public Wire(int postgres) throws IOException {
		this.postgres = postgres;
		this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	public int port() {
		return server.getLocalPort();
	}

	/** From now on everything that is sent takes this much longer, each way. */
	void delay(Duration each) {
		delay = each;
	}

	/** Breaks all connections and lets nobody in until it is mended. */
	public void cut() {
		cut = true;
		closeAll();
	}

	/** Nothing comes through the connections of now ever again, and nobody is told: they stay open on both sides. */
	void forgetConnections() {
		silent.addAll(sockets);
	}

	/** Breaks the connection instead of saying that the next so many transactions were committed. */
	void loseAnswers(int number) {
		toLose.set(number);
	}

	/** How many such answers were lost. */
	int lost() {
		return lost.get();
	}

	/** Everything works again, but for the connections that were forgotten. */
	public void mend() {
		toLose.set(0);
		delay = Duration.ZERO;
		cut = false;
	}

	@Override
	public void close() throws IOException {
		server.close();
		closeAll();
	}

	private void closeAll() {
		sockets.forEach(Wire::close);
	}

	private void accept() {
		while (!server.isClosed()) {
			try {
				Socket client = server.accept();
				if (cut) {
					close(client);
					continue;
				}
				Socket database = new Socket(InetAddress.getLoopbackAddress(), postgres);
				sockets.add(client);
				sockets.add(database);
				Thread.ofPlatform().daemon().start(() -> carry(client, database, false));
				Thread.ofPlatform().daemon().start(() -> carry(database, client, true));
			} catch (IOException e) {
				// the server is closed, or PostgreSQL is away: whoever called notices
			}
		}
	}

	private void carry(Socket from, Socket to, boolean answers) {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] chunk = new byte[CHUNK];
			for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
				Thread.sleep(delay);
				while (silent.contains(from) && !from.isClosed()) {
					Thread.sleep(LOOK_AGAIN_IN_MILLIS);
				}
				if (answers && toLose.get() > 0 && new String(chunk, 0, read, StandardCharsets.ISO_8859_1).contains(COMMITTED) && toLose.getAndDecrement() > 0) {
					lost.incrementAndGet();
					return;
				}
				out.write(chunk, 0, read);
			}
		} catch (IOException e) {
			// one side is gone, and the other is told so by closing
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			sockets.remove(from);
			sockets.remove(to);
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		} catch (IOException e) {
			// closed is what it should be
		}
	}
}
