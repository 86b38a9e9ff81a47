package org.emiadi.people;

import org.jspecify.annotations.Nullable;

/// Somebody who cares for patients: a doctor, clinical officer, nurse, …
public record Provider(ProviderId id, Practice practice, PersonDetails details, int version) implements Person {

    /// What a provider does.
    ///
    /// @param cadre          the kind of health worker: `Clinical officer`
    /// @param specialization within the cadre: `Paediatrics`; null for none
    public record Practice(String cadre, @Nullable String specialization) {
        public Practice {
            cadre = cadre.strip();
            specialization = specialization == null || specialization.isBlank() ? null : specialization.strip();
            if (cadre.isEmpty()) {
                throw new IllegalArgumentException("a provider has a cadre");
            }
        }
    }

    @Override
    public int personId() {
        return id.value();
    }
}
