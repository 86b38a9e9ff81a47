package org.emiadi.pages.practice;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.appointments.Appointments;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.facilities.Room;
import org.emiadi.facilities.RoomId;
import org.emiadi.facilities.Rooms;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Tx;
import org.emiadi.records.MedicalRecords;
import org.emiadi.records.RecordDraft;
import org.emiadi.records.RecordDrafts;
import org.jspecify.annotations.Nullable;

/// Gathers what the page of a visit shows.
@Singleton
final class Sheets {
    private final Appointments appointments;
    private final AppointmentTypes types;
    private final Facilities facilities;
    private final Rooms rooms;
    private final MedicalRecords records;
    private final RecordDrafts drafts;
    private final Chart chart;
    private final Clock clock;

    Sheets(
            Appointments appointments,
            AppointmentTypes types,
            Facilities facilities,
            Rooms rooms,
            MedicalRecords records,
            RecordDrafts drafts,
            Chart chart,
            Clock clock) {
        this.appointments = appointments;
        this.types = types;
        this.facilities = facilities;
        this.rooms = rooms;
        this.records = records;
        this.drafts = drafts;
        this.chart = chart;
        this.clock = clock;
    }

    /// A visit and what is known of it.
    ///
    /// @param type    null for none in particular
    /// @param room    null for none in particular
    /// @param written whether its record is signed
    /// @param draft   of the record; null where nobody has begun
    /// @param waits   how long the patient has been waiting; null for whoever does not wait
    public record Sheet(
            Appointment visit,
            Chart.Person person,
            Chart.Past past,
            @Nullable String type,
            Facility facility,
            @Nullable String room,
            Steps steps,
            boolean written,
            @Nullable RecordDraft draft,
            @Nullable Duration waits) {}

    /// Empty where the actor may not see the visit.
    Optional<Sheet> sheet(Tx tx, Actor actor, AppointmentId id, Optional<String> after) {
        return appointments
                .find(tx, actor, id)
                .flatMap(visit -> chart.person(
                                tx, actor, visit.patient(), visit.place().zone())
                        .map(person -> sheet(tx, actor, visit, person, after)));
    }

    private Sheet sheet(Tx tx, Actor actor, Appointment visit, Chart.Person person, Optional<String> after) {
        Instant now = clock.instant();
        Instant arrived = visit.visit().arrived();
        boolean waits = visit.status() == AppointmentStatus.CHECKED_IN && arrived != null;
        return new Sheet(
                visit,
                person,
                chart.past(tx, actor, visit.patient(), after),
                typeOf(tx, visit),
                facilities.find(tx, new FacilityId(visit.place().facilityId())).orElseThrow(),
                roomOf(tx, visit),
                Steps.of(visit, now),
                isWritten(tx, actor, visit.id()),
                drafts.find(tx, actor, visit.id()).orElse(null),
                waits ? Duration.between(arrived, now) : null);
    }

    private @Nullable String typeOf(Tx tx, Appointment visit) {
        return Optional.ofNullable(visit.typeId())
                .flatMap(id -> types.find(tx, id))
                .map(AppointmentType::name)
                .orElse(null);
    }

    private @Nullable String roomOf(Tx tx, Appointment visit) {
        return Optional.ofNullable(visit.place().roomId())
                .flatMap(id -> rooms.find(tx, new RoomId(id)))
                .map(Room::name)
                .orElse(null);
    }

    boolean isWritten(Tx tx, Actor actor, AppointmentId visit) {
        return !records.written(tx, actor, List.of(visit)).isEmpty();
    }

    /// Where the visit stands; empty where the actor may not see it.
    Optional<AppointmentStatus> statusOf(Tx tx, Actor actor, AppointmentId visit) {
        return appointments.hold(tx, actor, visit).map(Appointment::status);
    }
}
