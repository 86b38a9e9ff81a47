package org.emiadi.appointments;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Where an appointment stands in its life (FHIR `Appointment.status`). Which follows which, and who may make it
/// follow, stands here and nowhere else.
public enum AppointmentStatus {
    SCHEDULED,
    /// The patient has said that they will come.
    CONFIRMED,
    /// Moved, once or more often, to another time.
    RESCHEDULED,
    /// The patient is there and waits.
    CHECKED_IN,
    /// The patient is with the provider.
    IN_PROGRESS,
    /// The visit took place.
    COMPLETED,
    /// It will not take place, and its time is free again.
    CANCELLED,
    /// The patient did not come; what is left of its time is free again.
    NO_SHOW;

    /// Before the patient arrives.
    public static final Set<AppointmentStatus> COMING = EnumSet.of(SCHEDULED, CONFIRMED, RESCHEDULED);

    private static final Set<AppointmentStatus> BY_PATIENT = EnumSet.of(CONFIRMED, RESCHEDULED, CANCELLED);

    private static final Map<String, AppointmentStatus> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(AppointmentStatus::text, Function.identity()));

    private final String text = name().toLowerCase(Locale.ROOT);

    public static Optional<AppointmentStatus> parse(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /// As it stands in JSON and in the database.
    public String text() {
        return text;
    }

    /// The states that may follow this one. CHECKED_IN to CONFIRMED, IN_PROGRESS to CHECKED_IN and NO_SHOW to either
    /// take back what was said in error.
    public Set<AppointmentStatus> next() {
        return switch (this) {
            case SCHEDULED, RESCHEDULED ->
                EnumSet.of(CONFIRMED, RESCHEDULED, CHECKED_IN, IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW);
            case CONFIRMED -> EnumSet.of(RESCHEDULED, CHECKED_IN, IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW);
            case CHECKED_IN -> EnumSet.of(CONFIRMED, RESCHEDULED, IN_PROGRESS, COMPLETED, CANCELLED);
            case IN_PROGRESS -> EnumSet.of(CHECKED_IN, COMPLETED);
            case NO_SHOW -> EnumSet.of(CONFIRMED, CHECKED_IN);
            case COMPLETED, CANCELLED -> EnumSet.noneOf(AppointmentStatus.class);
        };
    }

    /// The states that may follow this one when the patient asks; the desk and the provider may ask for all of [#next].
    public Set<AppointmentStatus> nextByPatient() {
        var next = EnumSet.noneOf(AppointmentStatus.class);
        if (COMING.contains(this)) {
            next.addAll(next());
            next.retainAll(BY_PATIENT);
        }
        return next;
    }
}
