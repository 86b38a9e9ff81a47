package org.emiadi.app;

import java.io.UncheckedIOException;
import org.emiadi.platform.postgres.CannotStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What can be said behind `./miadi`. Always true: an expected failure is one sentence and a number, never a stack
/// trace.
@Command(
        name = "miadi",
        description = "Healthcare appointments for clinics: nobody is ever double-booked.",
        subcommands = {
            CommandLine.Start.class,
            CommandLine.Demo.class,
            CommandLine.PsqlSettings.class,
            UserCommand.class,
            AuditCommand.class,
            BenchCommand.class,
            RehearsalCommand.class,
            HelpCommand.class
        })
final class CommandLine implements Runnable {
    static final int FAILED = 1;
    /// As in sysexits.h, so that a service manager can tell a wrong setting from a crash.
    static final int WRONG_SETTINGS = 78;

    @Spec
    CommandSpec spec = CommandSpec.create();

    static int run(String... arguments) {
        return new picocli.CommandLine(new CommandLine())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
                .execute(arguments);
    }

    /// What `start` does, without the parser: its classes are too old a format for Java's cache (docs/adr/0053).
    static int start() {
        try {
            return Server.run(Settings.fromEnvironment(), Server.Clinic.OWN);
        } catch (CannotStart | Settings.Refused expected) {
            return tell(expected);
        } catch (UncheckedIOException failure) {
            failure.printStackTrace();
            return FAILED;
        }
    }

    private static int explain(Exception failure) throws Exception {
        if (failure instanceof CannotStart || failure instanceof Settings.Refused) {
            return tell(failure);
        }
        throw failure;
    }

    private static int tell(Exception expected) {
        System.err.println(expected.getMessage());
        return expected instanceof CannotStart ? FAILED : WRONG_SETTINGS;
    }

    /// Without a command there is nothing to guess.
    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    @Command(name = "start", description = "Start the server in the foreground.")
    static final class Start implements java.util.concurrent.Callable<Integer> {
        @Override
        public Integer call() {
            return start();
        }
    }

    @Command(name = "demo", description = "Start the server with a sample clinic, in a data folder of its own.")
    static final class Demo implements java.util.concurrent.Callable<Integer> {
        @Override
        public Integer call() {
            return Server.run(Settings.fromEnvironment().forDemo(), Server.Clinic.SAMPLE);
        }
    }

    /// For the launcher: prints the file that tells psql where the running database is and how to sign in.
    @Command(name = "psql-settings", hidden = true)
    static final class PsqlSettings implements java.util.concurrent.Callable<Integer> {
        @Override
        public Integer call() throws java.io.IOException {
            System.out.println(Psql.writeServiceFile(Settings.fromEnvironment()));
            return 0;
        }
    }
}
