package org.emiadi.platform.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;

/// A program of its own that starts PostgreSQL, so that it can be killed the hard way.
final class ServerProcess implements AutoCloseable {
    /// Enough to be killed in the middle, and an end for one that nobody kills.
    private static final int VISITS = 20_000;

    private final Process process;
    private final BufferedReader output;

    private ServerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    static ServerProcess on(Path folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ServerProcess(new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start());
    }

    /// Reads what the program says until it says this; returns the line.
    String awaitLine(String beginning) throws IOException {
        var said = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            said.append(line).append('\n');
        }
        throw new IOException("ended without saying \"" + beginning + "\" but:\n" + said);
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    public static void main(String[] arguments) throws Exception {
        try (var folder = DataFolder.hold(Path.of(arguments[0]));
                var postgres = LocalPostgres.in(folder, step -> System.out.println("step " + step))) {
            var address = postgres.start();
            try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
                    var statement = connection.createStatement()) {
                statement.execute("create table if not exists visit (id int)");
                for (var visit = 1; visit <= VISITS; visit++) {
                    statement.execute("insert into visit values (" + visit + ")");
                    System.out.println("acknowledged " + visit);
                }
            }
        } catch (CannotStart refused) {
            System.out.println("refused " + refused.getMessage());
        }
    }
}
