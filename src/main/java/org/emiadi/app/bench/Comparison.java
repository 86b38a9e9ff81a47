package org.emiadi.app.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Several sides of the same workload, in turns, so that whatever else the machine does meets all of them.
final class Comparison {
    private final Map<String, Function<Phase, Figures>> sides = new LinkedHashMap<>();
    private final int warmUp;
    private final int rounds;
    private final Runnable onceWarm;

    /// @param warmUp   in seconds
    /// @param onceWarm what is done when all sides are warm
    Comparison(int warmUp, int rounds, Runnable onceWarm) {
        this.warmUp = warmUp;
        this.rounds = rounds;
        this.onceWarm = onceWarm;
    }

    Comparison side(String name, Function<Phase, Figures> run) {
        sides.put(name, run);
        return this;
    }

    /// What came of it, and where the bookings of the next phase begin.
    record Outcome(Map<String, List<Figures>> bySide, Phase next) {}

    /// Runs each side once to warm it up, then `rounds` times.
    Outcome run(Phase first) {
        var figures = new LinkedHashMap<String, List<Figures>>();
        Phase phase = first;
        if (warmUp > 0) {
            for (var side : sides.entrySet()) {
                var _ = side.getValue().apply(phase.lasting(warmUp));
                phase = phase.next();
            }
            onceWarm.run();
        }
        for (int round = 0; round < rounds; round++) {
            for (var side : sides.entrySet()) {
                figures.computeIfAbsent(side.getKey(), name -> new ArrayList<>())
                        .add(side.getValue().apply(phase));
                phase = phase.next();
            }
        }
        return new Outcome(figures, phase);
    }
}
