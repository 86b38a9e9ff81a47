package org.emiadi.app.bench;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What one phase of a load came to. Times in milliseconds, as the asking side saw them.
///
/// @param refused answers that say no
/// @param failed  requests without an answer
@JsonIgnoreProperties(ignoreUnknown = true)
public record Figures(
        long requests, double seconds, long refused, long failed, double p50, double p99, double p999, double longest) {
    private static final double HALF = 0.5;
    private static final double NINETY_NINE = 0.99;
    private static final double OF_A_THOUSAND = 0.999;

    @JsonProperty("per_second")
    public double perSecond() {
        return requests / seconds;
    }

    /// Of times that were taken one by one.
    ///
    /// @param times in milliseconds; not empty
    static Figures of(double[] times, long requests, double seconds, long failed) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return new Figures(
                requests,
                seconds,
                0,
                failed,
                at(sorted, HALF),
                at(sorted, NINETY_NINE),
                at(sorted, OF_A_THOUSAND),
                sorted[sorted.length - 1]);
    }

    private static double at(double[] sorted, double part) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
    }

    /// The middle one of several phases, of an even number halfway between the two in the middle.
    static double middle(List<Figures> phases, ToDoubleFunction<Figures> figure) {
        double[] sorted = phases.stream().mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
