package org.emiadi.app.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.audit.AuditLog;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Origin;
import org.emiadi.platform.Tx;
import org.emiadi.slots.FreeSlots;
import org.emiadi.slots.SlotSearch;
import org.emiadi.slots.SlotSearch.When;
import org.emiadi.slots.SlotSearch.With;
import org.emiadi.slots.SlotsFound;
import org.jspecify.annotations.Nullable;

/// How long somebody waits for the first free slot, as the number of appointments grows.
public final class SlotBench {
    private static final int CONSULTATION = 1;
    private static final long SEED = 20_270_301;
    private static final Actor ANYBODY = Actor.anonymous(Origin.local("bench"));

    private final BenchClinic clinic;
    private final ClinicTime time = new ClinicTime(BenchClinic.ZONE);
    private final AuditLog audit = new AuditLog(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    private final int runs;

    /// A bench that asks each question `runs` times, after as many to warm up.
    SlotBench(BenchClinic clinic, int runs) {
        this.clinic = clinic;
        this.runs = runs;
    }

    /// How to measure.
    ///
    /// @param appointments behind the clinic; to come are as many at each size
    /// @param runs         how often each question is asked
    /// @param keep         where filled databases are kept for another run; null for nowhere
    public record Plan(
            int providers,
            int patients,
            long appointments,
            int runs,
            @Nullable Path keep) {}

    /// Measures on a database in `folder`, and tells each figure as soon as it is known.
    public static List<Figure> run(Plan plan, Path folder, Consumer<String> progress, Consumer<Figure> told) {
        var today = LocalDate.ofInstant(Clock.systemUTC().instant(), BenchClinic.ZONE);
        var size = new ClinicSize(plan.providers(), plan.patients(), plan.appointments());
        size.prepare(new KeptData(folder, plan.keep()), today, progress);
        try (var database = BenchDatabase.in(folder, progress)) {
            var clinic = size.in(database, today);
            new BusyClinic(clinic).bookAhead(Long.MAX_VALUE);
            return new SlotBench(clinic, plan.runs()).run(told);
        }
    }

    /// Among whom the slot is looked for.
    public enum Among {
        EVERYBODY,
        SPECIALIZATION,
        ONE_PROVIDER
    }

    /// What was measured. Milliseconds, from the question to the answer, type and names included.
    public record Figure(long appointments, Among among, double median, double p99, double longest) {}

    List<Figure> run(Consumer<Figure> told) {
        var figures = new ArrayList<Figure>();
        for (Among among : Among.values()) {
            Figure figure = clinic.database().read(tx -> measure(tx, among));
            told.accept(figure);
            figures.add(figure);
        }
        return figures;
    }

    // On one connection, as the server's pool hands out connections that have been used before.
    private Figure measure(Tx tx, Among among) {
        var random = new Random(SEED);
        for (int n = 0; n < runs; n++) {
            ask(tx, among, random);
        }
        double[] took = new double[runs];
        for (int n = 0; n < runs; n++) {
            took[n] = ask(tx, among, random) / 1e6;
        }
        Arrays.sort(took);
        return new Figure(new BusyClinic(clinic).count(), among, took[runs / 2], took[runs * 99 / 100], took[runs - 1]);
    }

    private long ask(Tx tx, Among among, Random random) {
        var slots = new FreeSlots(new AppointmentTypes(audit), time, Clock.fixed(moment(random), ZoneOffset.UTC));
        var visit = new SlotSearch.Visit(Optional.of(CONSULTATION), Optional.empty());
        var search = new SlotSearch(
                visit, with(among, random), new When(Optional.empty(), Optional.empty(), Optional.empty()));
        long start = System.nanoTime();
        var outcome = slots.next(tx, ANYBODY, search, 1);
        long end = System.nanoTime();
        if (!(outcome instanceof SlotsFound.Found<?>)) {
            throw new IllegalStateException("the search was refused: " + outcome);
        }
        return end - start;
    }

    // On the first day to come, which is equally full at all sizes, at all hours of day and night.
    private Instant moment(Random random) {
        LocalDate day = clinic.today().plusDays(1);
        return day.atTime(LocalTime.MIN)
                .atZone(time.zone())
                .toInstant()
                .plus(Duration.ofMinutes(random.nextInt(24 * 60)));
    }

    private With with(Among among, Random random) {
        Optional<String> specialization = among == Among.SPECIALIZATION
                ? Optional.of("Specialization " + random.nextInt(BenchClinic.SPECIALIZATIONS))
                : Optional.empty();
        Optional<ProviderId> provider = among == Among.ONE_PROVIDER
                ? Optional.of(new ProviderId(1 + random.nextInt(clinic.providers())))
                : Optional.empty();
        return new With(provider, Optional.empty(), specialization, Optional.empty());
    }
}
