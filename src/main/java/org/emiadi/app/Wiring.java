package org.emiadi.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Database;

/// Builds the doors of all rooms and hands them what they need, so that no room knows the framework.
final class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    ClinicTime clinicTime(@ConfigProperty(name = "miadi.zone", defaultValue = "Africa/Nairobi") ZoneId zone) {
        return new ClinicTime(zone);
    }

    @Produces
    @Singleton
    Database database(DataSource source) {
        return new Database(source);
    }
}
