package org.emiadi.app.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one side made of one workload.
///
/// @param workload     what was asked for
/// @param side         who was asked: this commit, another one, or PostgreSQL alone
/// @param appointments in the database
/// @param clients      that asked at the same time
/// @param roundTrips   waits for PostgreSQL in one request; null where that is not known
/// @param memory       resident mebibytes of the server at the end; 0 for PostgreSQL
/// @param ratio        throughput as a part of what PostgreSQL does by itself; null for PostgreSQL, and where it was
/// not asked
public record Result(
        String workload,
        String side,
        long appointments,
        int clients,
        @JsonProperty("round_trips") @Nullable Integer roundTrips,
        @JsonProperty("memory_mib") long memory,
        @Nullable Double ratio,
        List<Figures> phases) {

    @JsonProperty("per_second")
    public double perSecond() {
        return Figures.middle(phases, Figures::perSecond);
    }

    @JsonProperty("p50_ms")
    public double p50() {
        return Figures.middle(phases, Figures::p50);
    }

    @JsonProperty("p99_ms")
    public double p99() {
        return Figures.middle(phases, Figures::p99);
    }

    @JsonProperty("p999_ms")
    public double p999() {
        return Figures.middle(phases, Figures::p999);
    }

    public long errors() {
        return phases.stream()
                .mapToLong(phase -> phase.refused() + phase.failed())
                .sum();
    }
}
