package org.emiadi.app.bench;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.emiadi.platform.Database;
import org.emiadi.platform.postgres.CannotStart;

/// How large a clinic is.
///
/// @param appointments behind it
record ClinicSize(int providers, int patients, long appointments) {
    ClinicSize {
        if (patients < providers) {
            throw new CannotStart(
                    "The benchmark needs as many patients as providers at least: all providers are busy at once.");
        }
    }

    BenchClinic in(BenchDatabase database, LocalDate today) {
        return new BenchClinic(new Database(database.source()), providers, patients, today);
    }

    /// What it is kept as, with something `besides`. What is behind and what is to come differs from week to week;
    /// after a change of a migration that was applied, what is kept is of no use.
    String name(LocalDate today, String besides) {
        return "clinic-%s-%d-%d-%d%s".formatted(BenchClinic.monday(today), providers, patients, appointments, besides);
    }

    /// Puts such a clinic in a folder: one that was kept, or a new one, which is kept then.
    void prepare(KeptData data, LocalDate today, Consumer<String> progress) {
        if (data.takeOut(name(today, ""))) {
            return;
        }
        try (var database = BenchDatabase.in(data.folder(), progress)) {
            progress.accept("Making a clinic of %,d providers, %,d patients and %,d appointments"
                    .formatted(providers, patients, appointments));
            var clinic = in(database, today);
            clinic.open();
            clinic.fill(appointments);
        }
        data.keep(name(today, ""));
    }
}
