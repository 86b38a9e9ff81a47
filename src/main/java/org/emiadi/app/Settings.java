package org.emiadi.app;

import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.emiadi.platform.postgres.DatabaseAddress;
import org.emiadi.platform.postgres.DatabaseUrl;

/// The values of all settings. Always true: each was understood; one that is not stops the start with one sentence.
public record Settings(
        int port,
        Path dataFolder,
        Optional<DatabaseAddress> database,
        Optional<String> adminUsername,
        Optional<String> adminPassword,
        ZoneId zone,
        List<String> corsOrigins,
        boolean rateLimited,
        int mostRequests,
        Path keyFile,
        String issuer) {
    private static final int LARGEST_PORT = 65_535;
    private static final int DOT_ENV_ORDINAL = 295;

    /// A setting that cannot be understood. The message names it and says what would be right.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(Setting setting, String reason) {
            super(setting + " " + reason);
        }

        Refused(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /// From the environment and `.env`; for use before the framework, which reads the same two, is there.
    public static Settings fromEnvironment() {
        return from(new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(System.getenv(), EnvConfigSource.ORDINAL))
                .withSources(new DotEnvConfigSourceProvider())
                .build());
    }

    public static Settings from(Config config) {
        var port = port(config);
        var folder = text(config, Setting.MIADI_DATA_DIR)
                .map(Path::of)
                .orElseGet(Settings::usualFolder)
                .toAbsolutePath()
                .normalize();
        return new Settings(
                port,
                folder,
                database(config),
                text(config, Setting.MIADI_ADMIN_USERNAME),
                text(config, Setting.MIADI_ADMIN_PASSWORD),
                zone(config),
                corsOrigins(config),
                rateLimited(config),
                mostRequests(config),
                text(config, Setting.MIADI_KEY_FILE).map(Path::of).orElse(folder.resolve("signing.key")),
                text(config, Setting.MIADI_ISSUER).orElse("http://localhost:" + port));
    }

    static Settings of(Map<String, String> values) {
        return from(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "given", DOT_ENV_ORDINAL))
                .build());
    }

    private static Optional<String> text(Config config, Setting setting) {
        return config.getOptionalValue(setting.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static int port(Config config) {
        var text = text(config, Setting.PORT).orElse(Setting.PORT.preset());
        try {
            var port = Integer.parseInt(text);
            if (port >= 1 && port <= LARGEST_PORT) {
                return port;
            }
        } catch (NumberFormatException noNumber) {
            // Refused below.
        }
        throw new Refused(Setting.PORT, "must be a number from 1 to 65535, not \"" + text + "\".");
    }

    private static Optional<DatabaseAddress> database(Config config) {
        try {
            return text(config, Setting.DATABASE_URL).map(DatabaseUrl::parse);
        } catch (IllegalArgumentException unreadable) {
            throw new Refused(String.valueOf(unreadable.getMessage()), unreadable);
        }
    }

    private static ZoneId zone(Config config) {
        var text = text(config, Setting.MIADI_ZONE).orElse(Setting.MIADI_ZONE.preset());
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new Refused("MIADI_ZONE must be a time zone such as Africa/Nairobi, not \"" + text + "\".", unknown);
        }
    }

    private static List<String> corsOrigins(Config config) {
        return text(config, Setting.MIADI_CORS_ORIGINS).stream()
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
    }

    private static boolean rateLimited(Config config) {
        var text = text(config, Setting.MIADI_RATE_LIMIT).orElse("on").toLowerCase(Locale.ROOT);
        return switch (text) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw new Refused(Setting.MIADI_RATE_LIMIT, "must be on or off, not \"" + text + "\".");
        };
    }

    private static int mostRequests(Config config) {
        var text = text(config, Setting.MIADI_MOST_REQUESTS).orElse(Setting.MIADI_MOST_REQUESTS.preset());
        try {
            var requests = Integer.parseInt(text);
            if (requests >= 1) {
                return requests;
            }
        } catch (NumberFormatException noNumber) {
            // Refused below.
        }
        throw new Refused(Setting.MIADI_MOST_REQUESTS, "must be a number from 1, not \"" + text + "\".");
    }

    private static Path usualFolder() {
        // Java takes the home folder from the list of users, everybody else from HOME.
        var home = System.getenv().getOrDefault("HOME", "").startsWith("/")
                ? System.getenv("HOME")
                : System.getProperty("user.home");
        return usualFolder(System.getProperty("os.name"), Path.of(home), System.getenv());
    }

    static Path usualFolder(String system, Path home, Map<String, String> environment) {
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            var local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData/Local") : Path.of(local)).resolve("e-miadi");
        }
        if (name.startsWith("mac")) {
            return home.resolve("Library/Application Support/e-miadi");
        }
        // The specification says that a relative path there is to be ignored.
        var data = environment.get("XDG_DATA_HOME");
        return (data != null && data.startsWith("/") ? Path.of(data) : home.resolve(".local/share")).resolve("e-miadi");
    }

    /// The same settings for the sample clinic, whose data lie beside the real ones and never among them.
    public Settings forDemo() {
        return builtInAt(dataFolder.resolveSibling(dataFolder.getFileName() + "-demo"));
    }

    /// The same settings for the built-in database in another folder.
    Settings builtInAt(Path beside) {
        var key = keyFile.startsWith(dataFolder) ? beside.resolve(keyFile.getFileName()) : keyFile;
        return new Settings(
                port,
                beside,
                Optional.empty(),
                adminUsername,
                adminPassword,
                zone,
                corsOrigins,
                rateLimited,
                mostRequests,
                key,
                issuer);
    }

    /// Never the values: two of them are secrets.
    @Override
    public String toString() {
        return "Settings with the data folder " + dataFolder;
    }
}
