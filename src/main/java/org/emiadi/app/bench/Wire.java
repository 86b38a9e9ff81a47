package org.emiadi.app.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Stands between a server and its PostgreSQL on the same machine, and notes which statements go by and where the
/// server waits for an answer. Understands version 3 of PostgreSQL's protocol, without encryption.
public final class Wire implements AutoCloseable {
    private static final int BACKLOG = 50;
    private static final int BUFFER = 1 << 16;

    private final ServerSocket door;
    private final int databasePort;
    private final List<Trip> trips = new ArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// One round trip: what was sent before the next wait, or nothing but the wait.
    ///
    /// @param connection tells the connections apart
    public record Trip(int connection, List<SentStatement> statements) {}

    private Wire(ServerSocket door, int databasePort) {
        this.door = door;
        this.databasePort = databasePort;
    }

    /// In front of the PostgreSQL on that port of this machine, on any port that is free.
    public static Wire to(int databasePort) {
        return at(0, databasePort);
    }

    /// The same on a port of one's own choice.
    public static Wire at(int port, int databasePort) {
        try {
            var wire = new Wire(new ServerSocket(port, BACKLOG, InetAddress.ofLiteral("127.0.0.1")), databasePort);
            Thread.ofVirtual().start(wire::accept);
            return wire;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where servers find it.
    public int port() {
        return door.getLocalPort();
    }

    /// All that has gone by since the last call, in the order of the waits.
    public List<Trip> takeTrips() {
        synchronized (trips) {
            var taken = List.copyOf(trips);
            trips.clear();
            return taken;
        }
    }

    private void accept() {
        for (int connection = 1; !door.isClosed(); connection++) {
            try {
                var server = door.accept();
                var database = new Socket();
                open.addAll(List.of(server, database));
                database.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), databasePort));
                server.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                int number = connection;
                Thread.ofVirtual().start(() -> until(server, database, () -> listen(number, server, database)));
                Thread.ofVirtual().start(() -> until(server, database, () -> copy(database, server)));
            } catch (IOException closed) {
                return;
            }
        }
    }

    @FunctionalInterface
    private interface Flow {
        void run() throws IOException;
    }

    // Either side may hang up; then the other one is let go as well.
    private void until(Socket server, Socket database, Flow flow) {
        try (server;
                database) {
            flow.run();
        } catch (IOException hungUp) {
            // Closed on the way out.
        } finally {
            open.removeAll(List.of(server, database));
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
        }
    }

    private void listen(int connection, Socket server, Socket database) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(server.getInputStream(), BUFFER));
        var out = new BufferedOutputStream(database.getOutputStream(), BUFFER);
        var messages = new SentMessages();
        for (var message = WireMessage.first(in); message != null; message = WireMessage.next(in)) {
            messages.take(message).ifPresent(sent -> note(new Trip(connection, sent)));
            message.write(out);
            if (in.available() == 0) {
                out.flush();
            }
        }
    }

    private void note(Trip trip) {
        synchronized (trips) {
            trips.add(trip);
        }
    }

    /// Hangs up.
    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
