package org.emiadi.app;

import io.quarkus.runtime.annotations.QuarkusMain;

/// The first line that runs. Everything the program can do is a command; `start` is the server.
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        System.exit(CommandLine.run(arguments));
    }
}
