package org.emiadi.setup;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Which steps have been taken.
public record Progress(Set<Step> taken) {
    public Progress {
        taken = Set.copyOf(taken);
    }

    public boolean has(Step step) {
        return taken.contains(step);
    }

    /// The first one that is still to be taken; empty where the clinic is set up.
    public Optional<Step> next() {
        return Arrays.stream(Step.values()).filter(step -> !has(step)).findFirst();
    }

    /// Whether nothing at all was entered yet.
    public boolean isNew() {
        return taken.isEmpty();
    }
}
