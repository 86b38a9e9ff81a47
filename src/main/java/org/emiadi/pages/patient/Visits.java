package org.emiadi.pages.patient;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentFilter;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.people.PatientId;
import org.emiadi.people.Providers;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// Reads visits as their patients see them: a few statements for a page, however many visits are on it.
@Singleton
public class Visits {
    private static final int MOST_TO_COME = 50;

    private final Appointments appointments;
    private final Providers providers;
    private final Facilities facilities;
    private final AppointmentTypes types;
    private final Clock clock;

    Visits(Appointments appointments, Providers providers, Facilities facilities, AppointmentTypes types, Clock clock) {
        this.appointments = appointments;
        this.providers = providers;
        this.facilities = facilities;
        this.types = types;
        this.clock = clock;
    }

    /// Whose pages these are.
    public static PatientId self(Actor actor) {
        Integer person = actor.personId();
        if (person == null) {
            throw new IllegalStateException("a user who is a patient is a person");
        }
        return new PatientId(person);
    }

    /// The visits to come, the next one first.
    List<VisitView> toCome(Tx tx, Actor actor) {
        var filter = new AppointmentFilter(
                Optional.empty(),
                Optional.of(clock.instant()),
                Optional.empty(),
                Optional.empty(),
                Optional.of(self(actor)),
                Optional.empty());
        var coming = appointments.list(tx, actor, filter, Slice.first(MOST_TO_COME)).rows().stream()
                .filter(visit -> visit.status() != AppointmentStatus.CANCELLED)
                .toList();
        return of(tx, coming);
    }

    /// The visits that have been and those that were cancelled, the latest first.
    Page<VisitView> over(Tx tx, Actor actor, Slice slice) {
        var page = appointments.listOver(tx, actor, self(actor), slice);
        return new Page<>(of(tx, page.rows()), page.next());
    }

    /// The visit, if the actor may see it.
    public Optional<VisitView> find(Tx tx, Actor actor, int id) {
        return appointments.find(tx, actor, new AppointmentId(id)).map(found -> of(tx, found));
    }

    /// A visit that somebody has been shown.
    public VisitView of(Tx tx, Appointment appointment) {
        return of(tx, List.of(appointment)).getFirst();
    }

    private List<VisitView> of(Tx tx, List<Appointment> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var with =
                providers.findAll(tx, rows.stream().map(Appointment::provider).collect(Collectors.toSet()));
        Map<Integer, Facility> at = facilities.list(tx, Slice.first(Slice.MOST)).rows().stream()
                .collect(Collectors.toMap(facility -> facility.id().value(), Function.identity()));
        Map<Integer, AppointmentType> known =
                types.list(tx).stream().collect(Collectors.toMap(AppointmentType::id, Function.identity()));
        Instant now = clock.instant();
        return rows.stream()
                .map(row -> new VisitView(
                        row,
                        Objects.requireNonNull(with.get(row.provider())),
                        Objects.requireNonNull(at.get(row.place().facilityId())),
                        row.typeId() == null ? null : known.get(row.typeId()),
                        isOpen(row, now)))
                .toList();
    }

    // As the rules have it; they have the last word when the patient asks for the change.
    private static boolean isOpen(Appointment row, Instant now) {
        return !row.status().nextByPatient().isEmpty() && row.during().start().isAfter(now);
    }
}
