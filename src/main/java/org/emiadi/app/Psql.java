package org.emiadi.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.emiadi.platform.postgres.CannotStart;
import org.emiadi.platform.postgres.DataFolder;
import org.emiadi.platform.postgres.DatabaseAddress;

/// Hands the running database to psql through a connection service file, since the command line shows to everybody.
final class Psql {
    private static final String SERVICE = "miadi";
    private static final String USUAL_PORT = "5432";

    private Psql() {}

    static Path writeServiceFile(Settings settings) throws IOException {
        try (var database = new ClinicDatabase(settings, step -> {})) {
            var address = database.running()
                    .orElseThrow(() -> new CannotStart("No e-miadi is running on the data folder "
                            + settings.dataFolder() + "; start it with ./miadi start, then try again."));
            var file = DataFolder.prepare(settings.dataFolder()).resolve("psql.conf");
            DataFolder.writePrivately(file, serviceFile(address));
            return file;
        }
    }

    /// The address again, in libpq's words.
    static String serviceFile(DatabaseAddress address) {
        var url = URI.create(address.jdbcUrl().substring("jdbc:".length()));
        var hosts = new StringJoiner(",");
        var ports = new StringJoiner(",");
        for (var each : url.getRawAuthority().split(",", -1)) {
            var colon = each.endsWith("]") ? -1 : each.lastIndexOf(':');
            hosts.add((colon < 0 ? each : each.substring(0, colon)).replaceAll("[\\[\\]]", ""));
            ports.add(colon < 0 ? USUAL_PORT : each.substring(colon + 1));
        }
        var lines = new StringJoiner("\n", "[" + SERVICE + "]\n", "\n");
        lines.add("host=" + hosts).add("port=" + ports);
        lines.add("dbname=" + url.getPath().substring(1)).add("user=" + address.user());
        if (!address.password().isEmpty()) {
            lines.add("password=" + address.password());
        }
        options(url).forEach(lines::add);
        return lines.toString();
    }

    private static List<String> options(URI url) {
        var query = url.getQuery();
        return query == null
                ? List.of()
                : Stream.of(query.split("&", -1))
                        .map(option ->
                                option.replaceFirst("^targetServerType=primary$", "target_session_attrs=read-write"))
                        .filter(option -> option.startsWith("ssl") || option.startsWith("target_session_attrs="))
                        .toList();
    }
}
