package org.emiadi.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.emiadi.app.bench.SentStatement.SentValue;
import org.emiadi.app.bench.Wire.Trip;
import org.jspecify.annotations.Nullable;

/// The workloads, with the statements that a server really sends: each is asked for once, through a [Wire].
final class Workloads {
    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);
    /// A provider whose number is not that of anything else.
    private static final int PROVIDER = 151;
    private static final int PATIENT = BenchClinic.FIRST_PATIENT + PROVIDER - 1;
    /// So often each request is made before what it sends is noted.
    private static final int WARM = 8;
    /// The days that are asked for again and again.
    private static final int RECENT = 30;
    /// So many different texts are searched for by pgbench.
    private static final int SEARCHES = 100;

    private static final DateTimeFormatter AS_SENT = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendOffset("+HH:mm", "+00")
            .toFormatter(Locale.ROOT);

    private final Probe probe;
    private final BenchClinic clinic;
    private final long appointments;
    private final Path folder;

    Workloads(Probe probe, BenchClinic clinic, long appointments, Path folder) {
        this.probe = probe;
        this.clinic = clinic;
        this.appointments = appointments;
        this.folder = folder;
    }

    /// A booking by the front desk, with an idempotency key.
    Workload booking() {
        for (int earlier = 0; earlier < WARM; earlier++) {
            book(clinic.firstFreeMonday().plus(VISIT.multipliedBy(earlier)), "warm-" + System.nanoTime());
        }
        Instant start = clinic.firstFreeMonday().plus(VISIT.multipliedBy(WARM));
        String key = "probe-" + System.nanoTime();
        var seen = book(start, key);
        JsonNode booked = seen.answer();
        var differs = Map.of(
                "" + PROVIDER,
                ":provider",
                "" + PATIENT,
                ":who",
                booked.path("appointment_id").asText(),
                ":id",
                booked.path("reference").asText(),
                BenchClinic.REFERENCE.formatted(":id"),
                key,
                ":k");
        return workload(
                "booking",
                "booking",
                seen.trips(),
                """
                \\set n :n + 1
                \\set k :first + (:n - 1) * :clients + :client_id
                \\set slot :k / :providers
                \\set day :slot / 16
                \\set start :monday + :day / 6 * 604800 + :day % 6 * 86400 + :slot % 16 * 1800
                \\set start :start + case when :slot % 16 >= 10 then 3600 else 0 end
                \\set provider 1 + :k % :providers
                \\set who :patient + :k % :patients
                \\set id 1000000000 + :k
                """,
                differs,
                Map.of(start, ":start", start.plus(VISIT), ":start + 1800"));
    }

    private Probe.Seen book(Instant start, String key) {
        String body = """
                {"patient_id":%d,"provider_id":%d,"appointment_type_id":1,"start_time":"%s"}
                """.formatted(PATIENT, PROVIDER, start);
        return probe.ask(HttpRequest.newBuilder(probe.resolve("/appointments"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    // The driver gets to know a statement before it sends it as it always will.
    private List<Trip> warmly(String path) {
        for (int earlier = 0; earlier < WARM; earlier++) {
            probe.ask(path);
        }
        return probe.ask(path).trips();
    }

    /// What is read: a day of a provider, and one appointment. Of years, any day is read as well: such pages PostgreSQL
    /// rarely has at hand, as hardly anybody asks for them.
    List<Workload> lists() {
        int days = clinic.days(appointments);
        var lists = new ArrayList<Workload>();
        lists.add(day("provider's day", Math.min(days, RECENT)));
        if (days > RECENT) {
            lists.add(day("any day of all years", days));
        }
        lists.add(get());
        return lists;
    }

    // All appointments of a provider's day, of the last days before this week.
    private Workload day(String name, int days) {
        Instant from = clinic.beginningOfWeek().minus(DAY.multipliedBy(2));
        String path = "/appointments?provider_id=%d&from=%s&to=%s".formatted(PROVIDER, from, from.plus(DAY));
        var day = workload(
                name,
                "day",
                warmly(path),
                """
                \\set provider random(1, :providers)
                \\set from :week - 86400 * random(1, :days)
                """,
                Map.of("" + PROVIDER, ":provider"),
                Map.of(from, ":from", from.plus(DAY), ":from + 86400"));
        return day.with("days", days);
    }

    private Workload get() {
        String id = "" + (appointments - PROVIDER);
        var trips = warmly("/appointments/" + id);
        return workload(
                "one appointment", "get", trips, "\\set id random(1, :appointments)\n", Map.of(id, ":id"), Map.of());
    }

    /// A patient by a misspelt name.
    Workload search(List<String> texts) {
        var scripts = new ArrayList<PgbenchScript>();
        var paths = new ArrayList<String>();
        int waits = 0;
        for (String text : texts) {
            String path = "/patients?search=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
            paths.add(path);
            if (scripts.size() < SEARCHES) {
                var trips = probe.ask(path).trips();
                waits = Math.max(waits, trips.size());
                scripts.add(PgbenchScript.of("search_" + scripts.size(), trips, "", value -> Optional.empty()));
            }
        }
        return new Workload("misspelt name", "paths", numbers(), written(paths), scripts, waits);
    }

    private Path written(List<String> paths) {
        try {
            return Files.write(folder.resolve("paths.txt"), paths);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Workload workload(
            String name,
            String asked,
            List<Trip> trips,
            String begin,
            Map<String, String> differs,
            Map<Instant, String> times) {
        var script = PgbenchScript.of(asked, trips, begin, value -> expression(value, differs, times));
        return new Workload(name, asked, numbers(), null, List.of(script), trips.size());
    }

    private Map<String, Long> numbers() {
        return Map.of(
                "providers", (long) clinic.providers(),
                "patients", (long) clinic.patients(),
                "patient", (long) BenchClinic.FIRST_PATIENT,
                "monday", clinic.firstFreeMonday().getEpochSecond(),
                "week", clinic.beginningOfWeek().getEpochSecond(),
                "days", (long) clinic.days(appointments),
                "appointments", appointments);
    }

    private static Optional<String> expression(
            SentValue value, Map<String, String> differs, Map<Instant, String> times) {
        String text = String.valueOf(value.text());
        var instant = instant(text);
        return instant == null
                ? Optional.ofNullable(differs.get(text))
                : Optional.ofNullable(times.get(instant)).map(seconds -> "to_timestamp(" + seconds + ")");
    }

    private static @Nullable Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text, AS_SENT).toInstant();
        } catch (DateTimeException somethingElse) {
            return null;
        }
    }
}
