package org.emiadi.browser;

import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.emiadi.app.TestDemo;
import org.emiadi.platform.TestDatabase;

/// The server of the browser tests: the sample clinic in a database of its own, on a Monday at ten in the morning,
/// so that the pages show the same whenever the tests run.
public final class SampleClinic implements QuarkusTestProfile {
    /// Ten in the morning in Nairobi, on a Monday without holidays near it.
    static final Instant START = Instant.parse("2030-02-11T07:00:00Z");

    private static boolean filled;

    /// The clinic's clock runs on from [#START].
    @Alternative
    static final class MondayMorning {
        @Produces
        @Singleton
        Clock clock() {
            var system = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
            return Clock.offset(system, Duration.between(system.instant(), START));
        }
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(MondayMorning.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.url", TestDatabase.urlOfThePages());
    }

    /// Before the first page is opened, since the server must run for it.
    static synchronized void open() {
        if (!filled) {
            TestDemo.fill();
            filled = true;
        }
    }
}
