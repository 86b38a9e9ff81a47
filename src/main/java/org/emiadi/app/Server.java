package org.emiadi.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jdk.jfr.FlightRecorder;
import org.emiadi.identity.FirstAdmin;
import org.emiadi.platform.postgres.CannotStart;
import org.emiadi.platform.postgres.DataFolder;
import org.emiadi.platform.postgres.DatabaseAddress;
import org.emiadi.platform.postgres.Migrations;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.JdbiStatementEvent;
import org.slf4j.LoggerFactory;

/// The life of the server: database up, application up, and on Ctrl-C or SIGTERM the same in the other order.
/// Always true: the database outlives the last request and no process is left behind.
final class Server {
    enum Clinic {
        OWN,
        SAMPLE
    }

    /// More than the application may take for the requests in flight (quarkus.shutdown.timeout and its delay).
    private static final Duration APPLICATION_STOPS_WITHIN = Duration.ofSeconds(40);

    private final Settings settings;
    private final Clinic clinic;
    private final ClinicDatabase database;
    private final CountDownLatch applicationEnded = new CountDownLatch(1);
    private volatile boolean begun;
    private volatile boolean stopping;
    private volatile boolean ended;

    private Server(Settings settings, Clinic clinic) {
        this.settings = settings;
        this.clinic = clinic;
        this.database = new ClinicDatabase(settings, Server::tell);
    }

    /// Returns when the server has ended: 0, or a number that says that it could not start.
    static int run(Settings settings, Clinic clinic) {
        return new Server(settings, clinic).run();
    }

    private int run() {
        refuseTakenPort();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(this::stopOnSignal));
        try {
            DataFolder.prepare(settings.dataFolder());
            settleWhatIsKnown();
            letOtherOriginsIn();
            prepareApplication();
            prepareJdbi();
            var address = database.open();
            tell("Starting e-miadi");
            begun = true;
            Migrations.run(address, settings.zone());
            pointApplicationTo(address);
            return stopping ? 0 : runApplication();
        } finally {
            applicationEnded.countDown();
            database.close();
            ended = true;
        }
    }

    /// Before anything else is started for nothing. The race that remains ends in the same sentence, only later.
    private void refuseTakenPort() {
        try (var _ = new ServerSocket(settings.port())) {
            // Free: closing it again is all there is to do.
        } catch (IOException taken) {
            throw portTaken(taken);
        }
    }

    private CannotStart portTaken(Throwable cause) {
        return new CannotStart(
                "Port " + settings.port() + " is in use by another program or not allowed; stop that one, or choose"
                        + " another: PORT=8080 ./miadi start",
                cause);
    }

    /// System properties win over every other source, so the application sees exactly what was decided here.
    private void settleWhatIsKnown() {
        System.setProperty(Setting.PORT.name(), Integer.toString(settings.port()));
        System.setProperty(Setting.MIADI_DATA_DIR.name(), settings.dataFolder().toString());
        if (settings.database().isEmpty()) {
            System.setProperty(Setting.DATABASE_URL.name(), "");
        }
        System.setProperty("quarkus.vertx.event-loops-pool-size", Integer.toString(threadsOfConnections()));
    }

    // They only pass on what comes and goes. The framework has two for each processor, of which nearly always one slept
    // and had to be woken to send an answer (docs/adr/0058).
    private static int threadsOfConnections() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private static void pointApplicationTo(DatabaseAddress address) {
        System.setProperty("quarkus.datasource.jdbc.url", address.jdbcUrl());
        System.setProperty("quarkus.datasource.username", address.user());
        System.setProperty("quarkus.datasource.password", address.password());
    }

    /// While the database starts and is brought up to date: the framework loads itself and builds what needs none.
    /// Should that fail, [Quarkus#run] meets the same failure and tells of it.
    private static void prepareApplication() {
        // SLF4J complains on the console where two threads ask for their first logger at the same time.
        var _ = LoggerFactory.getILoggerFactory();
        var loader = Thread.currentThread().getContextClassLoader();
        Thread.ofPlatform().daemon().name("prepare").start(() -> {
            try {
                Class.forName(io.quarkus.runtime.Application.APP_CLASS_NAME, true, loader);
            } catch (ClassNotFoundException | LinkageError failure) {
                // Not lost: see above.
            }
        });
    }

    /// Beside both: what JDBI does once, and Java's flight recorder, which it makes ready for its events.
    private static void prepareJdbi() {
        Thread.ofPlatform().daemon().name("prepare JDBI").start(() -> {
            var _ = Jdbi.create(() -> {
                throw new SQLException("only to have it loaded");
            });
            if (FlightRecorder.isAvailable()) {
                FlightRecorder.register(JdbiStatementEvent.class);
            }
        });
    }

    /// Without other origins the filter stays off: behind a proxy that ends TLS it would take our own pages, whose
    /// https it does not see, for strangers. With others, our own address is named among them for that reason.
    private void letOtherOriginsIn() {
        if (!settings.corsOrigins().isEmpty()) {
            System.setProperty("quarkus.http.cors.enabled", "true");
            System.setProperty(
                    "quarkus.http.cors.origins", String.join(",", settings.corsOrigins()) + "," + settings.issuer());
        }
    }

    private int runApplication() {
        var exitCode = new AtomicInteger();
        Quarkus.run(
                Application.class,
                (code, failure) -> {
                    exitCode.set(code);
                    if (failure != null) {
                        explain(failure);
                    }
                },
                clinic.name());
        return exitCode.get();
    }

    /// Nobody else tells: the framework leaves it to the handler of the exit code.
    private void explain(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null && !(cause instanceof BindException)) {
            cause = cause.getCause();
        }
        switch (cause) {
            case BindException taken -> System.err.println(portTaken(taken).getMessage());
            default -> {
                System.err.println("e-miadi could not start: " + cause);
                failure.printStackTrace();
            }
        }
    }

    /// Runs beside Quarkus' own hook, which lets the requests in flight finish and then wakes the main thread. A
    /// migration is finished as well.
    private void stopOnSignal() {
        if (ended) {
            return;
        }
        stopping = true;
        tell("Stopping: requests in flight may finish");
        awaitApplication();
        database.close();
        tell("Stopped");
        // Being asked to stop is no failure, but the virtual machine would report the signal as one.
        Runtime.getRuntime().halt(0);
    }

    private void awaitApplication() {
        try {
            if (begun && !applicationEnded.await(APPLICATION_STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                tell("The application does not end; stopping the database all the same");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void tell(String sentence) {
        System.out.println("  " + sentence);
    }

    /// What happens between ready and stop. Made by the framework, hence without anything from outside.
    static final class Application implements QuarkusApplication {
        private final Settings settings;
        private final FirstAdmin firstAdmin;
        private final DemoData demoData;
        private final WhatCanWait whatCanWait;

        Application(Settings settings, FirstAdmin firstAdmin, DemoData demoData, WhatCanWait whatCanWait) {
            this.settings = settings;
            this.firstAdmin = firstAdmin;
            this.demoData = demoData;
            this.whatCanWait = whatCanWait;
        }

        @Override
        public int run(String... arguments) {
            if (List.of(arguments).contains(Clinic.SAMPLE.name())) {
                demoData.fill(Server::tell);
            }
            var admin = makeFirstAdmin();
            System.out.println("""

                    e-miadi is ready.
                      Address      http://localhost:%d
                      Documents    http://localhost:%d/apidocs
                      Data folder  %s
                      Database     %s
                      Stop with Ctrl-C.
                    """.formatted(
                            settings.port(),
                            settings.port(),
                            settings.dataFolder(),
                            settings.database().map(DatabaseAddress::place).orElse("built in")));
            admin.ifPresent(Application::introduce);
            whatCanWait.prepare();
            Quarkus.waitForExit();
            return 0;
        }

        private Optional<FirstAdmin.Made> makeFirstAdmin() {
            try {
                return firstAdmin.make(settings.adminUsername(), settings.adminPassword());
            } catch (IllegalArgumentException refused) {
                throw new CannotStart(String.valueOf(refused.getMessage()), refused);
            }
        }

        private static void introduce(FirstAdmin.Made admin) {
            System.out.println(admin.password()
                    .map(password -> """
                              First admin  %s
                              Password     %s   (shown this once; to be changed at the first sign-in)
                            """.formatted(admin.username(), password))
                    .orElse("  First admin  " + admin.username() + ", with the password from the settings\n"));
        }
    }
}
