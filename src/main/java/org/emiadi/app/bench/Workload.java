package org.emiadi.app.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something to ask a server for, and what that comes to for its PostgreSQL.
///
/// @param name       for people
/// @param asked      what bench/load.lua knows it by
/// @param numbers    values for both sides, by their names there
/// @param paths      a file of paths to ask for, one a line; null where bench/load.lua makes them up
/// @param scripts    the statements of the request; several where they cannot be told from numbers, of which each
///                   transaction of pgbench then takes one
/// @param roundTrips the most that one request had to wait for PostgreSQL
record Workload(
        String name,
        String asked,
        Map<String, Long> numbers,
        @Nullable Path paths,
        List<PgbenchScript> scripts,
        int roundTrips) {

    /// The same with another value.
    Workload with(String number, long value) {
        var changed = new HashMap<>(numbers);
        changed.put(number, value);
        return new Workload(name, asked, Map.copyOf(changed), paths, scripts, roundTrips);
    }
}
