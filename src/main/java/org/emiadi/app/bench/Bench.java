package org.emiadi.app.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.emiadi.platform.Database;
import org.jspecify.annotations.Nullable;

/// Drives packaged servers over loopback and, in turns with them, PostgreSQL alone with the statements that they send.
public final class Bench {
    /// This commit, in figures.
    public static final String HERE = "here";

    /// PostgreSQL alone, in figures.
    public static final String POSTGRES = "pgbench";

    private static final int STORM = 32;
    /// As many receptionists of one clinic may search at the same time.
    private static final int SEARCHING = 4;
    /// The built-in PostgreSQL takes fifty connections in all, the server's included; more clients than these would be
    /// refused, and not served any quicker.
    private static final int MOST_OF_POSTGRES = 32;
    private static final int TEXTS = 2_000;
    private static final long SEED = 20_270_301;
    /// Numbers of bookings that no phase of load uses.
    private static final long PROBED = 400_000;

    private final Plan plan;
    private final Checkouts checkouts;
    private final Path folder;
    private final Consumer<String> progress;

    /// What to measure.
    public enum What {
        BOOKING,
        LISTS,
        SEARCH,
        SIGNIN
    }

    /// How to measure.
    ///
    /// @param searched patients among whom is searched, where that is measured
    /// @param clients  that ask at the same time; 4 where patients are searched for
    /// @param warmUp   seconds that each side runs before it is measured: Java compiles what it runs often
    /// @param seconds  of a phase
    /// @param rounds   phases of each side
    /// @param keep     where filled databases are kept for another run; null for nowhere
    public record Plan(
            Set<What> what,
            int providers,
            int patients,
            long appointments,
            int searched,
            int clients,
            int warmUp,
            int seconds,
            int rounds,
            @Nullable Path keep) {
        public Plan {
            what = EnumSet.copyOf(what);
        }
    }

    /// Where the servers come from.
    ///
    /// @param here    the checkout that this runs from
    /// @param against another one, to compare with; null for none
    /// @param name    of the other one
    public record Checkouts(Path here, @Nullable Path against, String name) {}

    /// A benchmark that keeps all it makes in `folder`.
    public Bench(Plan plan, Checkouts checkouts, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.checkouts = checkouts;
        this.folder = folder;
        this.progress = progress;
    }

    /// Measures all that is planned.
    public List<Result> run() {
        var tools = new Tools(
                Tool.named("wrk", "apt install wrk"), Tool.named("pgbench", "apt install postgresql-contrib"));
        var today = LocalDate.ofInstant(Clock.systemUTC().instant(), BenchClinic.ZONE);
        var data = new KeptData(folder.resolve("data"), plan.keep());
        if (plan.what().contains(What.SEARCH)) {
            prepareForSearch(data, today);
        } else {
            size().prepare(data, today, progress);
        }
        try (var database = BenchDatabase.in(data.folder(), progress)) {
            return measure(database, size().in(database, today), tools);
        }
    }

    private ClinicSize size() {
        return new ClinicSize(plan.providers(), plan.patients(), plan.appointments());
    }

    private void prepareForSearch(KeptData data, LocalDate today) {
        String name = size().name(today, "-and-" + plan.searched());
        if (data.takeOut(name)) {
            return;
        }
        size().prepare(data, today, progress);
        try (var database = BenchDatabase.in(data.folder(), progress)) {
            progress.accept("Making a card index of %,d patients".formatted(plan.searched()));
            new ManyPatients(new Database(database.source())).fillUpTo(plan.searched());
        }
        data.keep(name);
    }

    private record Tools(Tool wrk, Tool pgbench) {}

    private List<Result> measure(BenchDatabase database, BenchClinic clinic, Tools tools) {
        var workloads = workloads(database, clinic);
        var load = new Load(tools.wrk(), checkouts.here().resolve("bench/load.lua"), folder);
        var limit = new Limit(tools.pgbench(), database.address(), database.port(), folder);
        var servers = new LinkedHashMap<String, ServerUnderTest>();
        try {
            progress.accept("Starting what is measured");
            servers.put(HERE, ServerUnderTest.start(checkouts.here(), database.urlBy(database.port()), folder));
            if (checkouts.against() != null) {
                servers.put(
                        checkouts.name(),
                        ServerUnderTest.start(checkouts.against(), database.urlBy(database.port()), folder));
            }
            var running = new Running(load, limit, servers, database);
            return running.measure(workloads);
        } finally {
            servers.values().forEach(ServerUnderTest::close);
        }
    }

    /// What is to be measured.
    ///
    /// @param compared with PostgreSQL alone
    /// @param stormed  with itself, while many sign in
    private record Seen(List<Workload> compared, List<Workload> stormed) {}

    private Seen workloads(BenchDatabase database, BenchClinic clinic) {
        progress.accept("Listening to what is asked of PostgreSQL");
        try (var wire = Wire.to(database.port());
                var server = ServerUnderTest.start(checkouts.here(), database.urlBy(wire.port()), folder)) {
            var seen = new Workloads(new Probe(server, wire), clinic, plan.appointments(), folder);
            var booking = List.of(seen.booking());
            var compared = new ArrayList<Workload>();
            if (plan.what().contains(What.BOOKING)) {
                compared.addAll(booking);
            }
            if (plan.what().contains(What.LISTS)) {
                compared.addAll(seen.lists());
            }
            if (plan.what().contains(What.SEARCH)) {
                var patients = new ManyPatients(new Database(database.source()));
                compared.add(seen.search(patients.misspelt(TEXTS, SEED)));
            }
            return new Seen(compared, plan.what().contains(What.SIGNIN) ? booking : List.of());
        }
    }

    /// Everything that is up.
    private final class Running {
        private final Load load;
        private final Limit limit;
        private final Map<String, ServerUnderTest> servers;
        private final BenchDatabase database;
        private Phase phase = new Phase(
                plan.clients(), plan.seconds(), PROBED, Clock.systemUTC().millis());

        Running(Load load, Limit limit, Map<String, ServerUnderTest> servers, BenchDatabase database) {
            this.load = load;
            this.limit = limit;
            this.servers = servers;
            this.database = database;
        }

        List<Result> measure(Seen seen) {
            var results = new ArrayList<Result>();
            seen.compared().forEach(workload -> results.addAll(against(workload)));
            seen.stormed().forEach(workload -> results.addAll(inStorm(workload)));
            return results;
        }

        private List<Result> against(Workload workload) {
            progress.accept("Measuring: " + workload.name());
            var comparison = new Comparison(plan.warmUp(), plan.rounds(), database::learnSizes);
            int clients = workload.paths() == null ? plan.clients() : SEARCHING;
            servers.forEach(
                    (name, server) -> comparison.side(name, each -> load.run(server, workload, each.with(clients))));
            comparison.side(POSTGRES, each -> limit.run(workload, each.with(Math.min(clients, MOST_OF_POSTGRES))));
            return results(workload, clients, comparison);
        }

        private List<Result> inStorm(Workload workload) {
            progress.accept("Measuring: " + workload.name() + " while others sign in");
            var comparison = new Comparison(plan.warmUp(), plan.rounds(), database::learnSizes);
            servers.forEach((name, server) -> {
                comparison.side(name, each -> load.run(server, workload, each));
                comparison.side(name + ", sign-in storm", each -> stormed(server, workload, each));
            });
            return results(workload, plan.clients(), comparison);
        }

        private Figures stormed(ServerUnderTest server, Workload workload, Phase each) {
            var signIn = new Workload("sign-in", "signin", Map.of(), null, List.of(), 0);
            var storm = load.start(server, signIn, each.with(STORM));
            var figures = load.run(server, workload, each);
            var signedIn = storm.end();
            progress.accept("  the storm: %.1f sign-ins a second, p50 %.0f ms, %d refused"
                    .formatted(signedIn.perSecond(), signedIn.p50(), signedIn.refused()));
            return figures;
        }

        private List<Result> results(Workload workload, int clients, Comparison comparison) {
            var outcome = comparison.run(phase);
            phase = outcome.next();
            var limits = outcome.bySide().get(POSTGRES);
            var results = new ArrayList<Result>();
            outcome.bySide().forEach((side, phases) -> {
                var server = servers.get(side);
                results.add(new Result(
                        workload.name(),
                        side,
                        plan.appointments(),
                        clients,
                        side.equals(POSTGRES) || side.equals(HERE) ? workload.roundTrips() : null,
                        server == null ? 0 : server.residentMebibytes(),
                        limits == null || side.equals(POSTGRES)
                                ? null
                                : Figures.middle(phases, Figures::perSecond)
                                        / Figures.middle(limits, Figures::perSecond),
                        phases));
            });
            results.forEach(each -> progress.accept(
                    "  %s: %.0f a second, p99 %.1f ms".formatted(each.side(), each.perSecond(), each.p99())));
            return results;
        }
    }
}
