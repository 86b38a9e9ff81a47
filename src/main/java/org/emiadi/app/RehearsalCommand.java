package org.emiadi.app;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.emiadi.platform.postgres.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// For the build: one life of the server with the sample clinic, on a database that is thrown away. While it is
/// visited, Java notes which classes are used and how; from these notes it makes the cache that quickens later starts.
@Command(name = "rehearse", hidden = true)
final class RehearsalCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("miadi-rehearsal");
        try {
            var values = values(folder.resolve("data"), freePort());
            // System properties win, so that settings of the machine or of a file .env have no part in it.
            values.forEach(System::setProperty);
            return run(Settings.of(values));
        } finally {
            DataFolder.deleteAll(folder);
        }
    }

    private static int run(Settings settings) {
        var failure = new AtomicReference<@Nullable Exception>();
        Thread.ofPlatform().daemon().name("visitor").start(() -> {
            try {
                new RehearsalVisitor(settings.port()).visit();
            } catch (IOException | InterruptedException | RuntimeException unexpected) {
                failure.set(unexpected);
            }
            Quarkus.asyncExit();
        });
        int code = Server.run(settings, Server.Clinic.SAMPLE);
        Exception unexpected = failure.get();
        if (unexpected == null) {
            return code;
        }
        System.err.println("The rehearsal went wrong: " + unexpected);
        return CommandLine.FAILED;
    }

    private static Map<String, String> values(Path folder, int port) {
        var values = new HashMap<String, String>();
        Arrays.stream(Setting.values()).forEach(setting -> values.put(setting.name(), ""));
        values.put(Setting.PORT.name(), Integer.toString(port));
        values.put(Setting.MIADI_DATA_DIR.name(), folder.toString());
        values.put(Setting.MIADI_ZONE.name(), Setting.MIADI_ZONE.preset());
        values.put(Setting.MIADI_RATE_LIMIT.name(), "off");
        return values;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
