package org.emiadi.app;

import io.quarkus.arc.Arc;

/// The sample clinic in the server under test.
public final class TestDemo {
    /// The password of its users `admin`, `reception`, `provider` and `patient`.
    public static final String PASSWORD = DemoData.PASSWORD;

    private TestDemo() {}

    /// Makes it, where it is not there yet.
    public static void fill() {
        Arc.container().instance(DemoData.class).get().fill(told -> {});
    }
}
