package org.emiadi.app;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/// Lets migrations take as long as they need, an index for millions of rows, say: on connections of their own, since
/// those of the pool give up a statement after half a minute.
@Singleton
final class Migrations implements FlywayConfigurationCustomizer {
    private final String url;
    private final String user;
    private final Optional<String> password;

    Migrations(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        configuration.dataSource(url, user, password.orElse(null));
    }
}
