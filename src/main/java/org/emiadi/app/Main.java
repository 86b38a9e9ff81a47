package org.emiadi.app;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/// The first line that runs. Everything the program can do is a command; `start` is the server.
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... arguments) {
        boolean start = List.of(arguments).equals(List.of("start"));
        System.exit(start ? CommandLine.start() : CommandLine.run(arguments));
    }
}
