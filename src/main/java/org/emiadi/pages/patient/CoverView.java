package org.emiadi.pages.patient;

import java.time.LocalDate;
import org.emiadi.insurance.Cover;

/// A cover with how long it still counts.
///
/// @param days until its last day; negative where that has passed
public record CoverView(Cover cover, long days) {
    /// Early enough to renew it.
    private static final int WARNED_DAYS = 30;

    public int id() {
        return cover.id();
    }

    public String insurer() {
        return cover.details().providerName();
    }

    public String policy() {
        return cover.details().policyNumber();
    }

    public LocalDate lastDay() {
        return cover.details().expiryDate();
    }

    public boolean isExpired() {
        return days < 0;
    }

    public boolean isToBeLookedAt() {
        return days <= WARNED_DAYS;
    }

    public String colour() {
        if (isExpired()) {
            return "bad";
        }
        return isToBeLookedAt() ? "warn" : "good";
    }

    /// How long it counts, in words.
    public String state(PatientWords words) {
        if (isExpired()) {
            return words.expired();
        }
        if (days == 0) {
            return words.expiresToday();
        }
        return isToBeLookedAt() ? words.expiresIn(days) : words.valid();
    }
}
