package org.emiadi.app.bench;

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
import org.emiadi.platform.Database;
import org.emiadi.platform.Origin;
import org.emiadi.platform.Tx;
import org.emiadi.slots.FreeSlots;
import org.emiadi.slots.SlotSearch;
import org.emiadi.slots.SlotSearch.When;
import org.emiadi.slots.SlotSearch.With;
import org.emiadi.slots.SlotsFound;

/// How long somebody waits for the first free slot, as the number of appointments grows.
public final class SlotBench {
    private static final int CONSULTATION = 1;
    private static final long SEED = 20_270_301;
    private static final Actor ANYBODY = Actor.anonymous(Origin.local("bench"));

    private final Database database;
    private final ClinicTime time;
    private final BusyClinic clinic;
    private final AuditLog audit;
    private final int runs;

    /// A bench that asks each question `runs` times, after as many to warm up.
    public SlotBench(Database database, ClinicTime time, LocalDate today, int runs) {
        this.database = database;
        this.time = time;
        this.runs = runs;
        this.clinic = new BusyClinic(database, today);
        this.audit = new AuditLog(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    }

    /// Among whom the slot is looked for.
    public enum Among {
        EVERYBODY,
        SPECIALIZATION,
        ONE_PROVIDER
    }

    /// What was measured. Milliseconds, from the question to the answer, type and names included.
    public record Figure(long appointments, Among among, double median, double p99, double longest) {}

    /// Measures at each size, and tells each figure as soon as it is known.
    ///
    /// @param sizes numbers of appointments, growing
    public List<Figure> run(List<Integer> sizes, Consumer<Figure> progress) {
        clinic.open();
        var figures = new ArrayList<Figure>();
        for (int size : sizes) {
            clinic.fillUpTo(size);
            for (Among among : Among.values()) {
                Figure figure = database.read(tx -> measure(tx, among));
                progress.accept(figure);
                figures.add(figure);
            }
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
        return new Figure(clinic.count(), among, took[runs / 2], took[runs * 99 / 100], took[runs - 1]);
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

    private static With with(Among among, Random random) {
        Optional<String> specialization = among == Among.SPECIALIZATION
                ? Optional.of("Specialization " + random.nextInt(BusyClinic.SPECIALIZATIONS))
                : Optional.empty();
        Optional<ProviderId> provider = among == Among.ONE_PROVIDER
                ? Optional.of(new ProviderId(1 + random.nextInt(BusyClinic.PROVIDERS)))
                : Optional.empty();
        return new With(provider, Optional.empty(), specialization, Optional.empty());
    }
}
