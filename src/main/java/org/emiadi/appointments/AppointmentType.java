package org.emiadi.appointments;

import java.time.Instant;
import java.util.Locale;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.jspecify.annotations.Nullable;

/// What an appointment is for: `Consultation`, `Follow-up`, … (FHIR `HealthcareService`).
///
/// @param version grows by one with each change
public record AppointmentType(int id, Details details, int version) {

    public String name() {
        return details.name();
    }

    public Timing timing() {
        return details.timing();
    }

    /// Whether the actor may book it for themself. Whoever has not signed in is as a patient.
    public boolean isBookableBy(Actor actor) {
        return actor.isStaff() || details.bookableBy() == BookableBy.PATIENTS;
    }

    /// When its slots that the actor may have begin: from now on for staff; for everybody else after the notice, until
    /// the clinic's day ends that is the last of the horizon.
    public Reach reachOf(Actor actor, Instant now, ClinicTime time) {
        if (actor.isStaff()) {
            return new Reach(now, null);
        }
        var afterTheLastDay = time.date(now).plusDays(timing().horizonDays() + 1L);
        return new Reach(now.plus(timing().minimumNotice()), time.startOf(afterTheLastDay));
    }

    /// What is said of a type.
    ///
    /// @param name unique, case aside
    public record Details(String name, Timing timing, BookableBy bookableBy, Looks looks, OfferedBy offeredBy) {
        public Details {
            name = name.strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a type has a name");
            }
        }

        /// A type of which nothing is known but its name.
        public static Details named(String name) {
            return new Details(name, Timing.USUAL, BookableBy.PATIENTS, Looks.USUAL, OfferedBy.ALL);
        }
    }

    /// Who may book appointments of a type.
    public enum BookableBy {
        /// Patients for themselves, and staff.
        PATIENTS,
        STAFF;

        /// As it stands in JSON and in the database.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static BookableBy parse(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /// How a type is shown to people.
    ///
    /// @param colour  `#rrggbb`, in small letters
    /// @param english what it is, for patients; null where nothing is said
    /// @param swahili the same in Kiswahili
    public record Looks(
            String colour,
            @Nullable String english,
            @Nullable String swahili) {
        public static final Looks USUAL = new Looks("#4a3fb5", null, null);

        public Looks {
            colour = colour.toLowerCase(Locale.ROOT);
            english = english == null || english.isBlank() ? null : english.strip();
            swahili = swahili == null || swahili.isBlank() ? null : swahili.strip();
        }
    }

    /// The span in which slots begin.
    ///
    /// @param until not included; null where there is no end
    public record Reach(Instant from, @Nullable Instant until) {
        public boolean contains(Instant start) {
            return !start.isBefore(from) && (until == null || start.isBefore(until));
        }
    }
}
