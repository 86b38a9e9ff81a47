package org.emiadi.appointments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Appointment.Place;
import org.emiadi.appointments.Booking.Named;
import org.emiadi.people.PatientId;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.platform.Values;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// The statements that find out about a time, take it, and tell who is in the way.
final class BookingSql {
    /// The time of a claim with the minutes before and after it.
    private static final String OCCUPIED = """
            widened(cast(:start as timestamptz), cast(:end as timestamptz), cast(:before as smallint), cast(:after as smallint))
            """;
    /// The lowest of the provider's places that is free; no row where none is.
    private static final String LANE = """
            select place.number
              from generate_series(1, :places) place (number)
             where not exists (select 1 from appointments a
                                where a.provider_id = :provider
                                  and (a.lane = place.number or a.facility_id <> :facility)
                                  and a.occupied && %s and a.id is distinct from cast(:self as integer))
             order by place.number
             limit 1
            """.formatted(OCCUPIED);

    private BookingSql() {}

    /// What is known about a wish.
    ///
    /// @param asPatient whether to find out, too, if it is a slot
    /// @param draws     whether to draw the number and the reference of an appointment to be booked
    static BookingFacts facts(Tx tx, Wish wish, boolean asPatient, boolean draws, Instant now) {
        var terms = wish.terms();
        return tx.ask("""
                        select f.*,
                        """ + AppointmentTypeSql.columnsOf("t") + """
                               , case when :draws then cast(nextval(pg_get_serial_sequence('appointments', 'id')) as integer) end
                                   as drawn_id,
                               case when :draws then new_reference() end as drawn_reference
                          from booking_facts(cast(:patient as integer), :provider, cast(:type as integer), :start,
                                             cast(:end as timestamptz), :bare, cast(:facility as integer),
                                             cast(:usual as integer), cast(:room as integer), cast(:cover as integer),
                                             cast(:self as integer), :asPatient, :now) f
                          left join appointment_types t on t.id = cast(:type as integer)
                        """)
                .bind("patient", wish.patient() == null ? null : wish.patient().value())
                .bind("provider", wish.provider().value())
                .bind("type", wish.typeId())
                .bind("start", wish.start())
                .bindByType("end", wish.end(), Instant.class)
                .bind("bare", terms.outsideHours())
                .bind("facility", terms.facilityId())
                .bind("usual", wish.usualFacility())
                .bind("room", terms.roomId())
                .bind("cover", terms.coverId())
                .bind("self", wish.self())
                .bind("asPatient", asPatient)
                .bind("draws", draws)
                .bind("now", now)
                .map((row, context) -> facts(row, wish))
                .one();
    }

    private static BookingFacts facts(ResultSet row, Wish wish) throws SQLException {
        var type = wish.typeId() == null || row.getObject("id") == null ? null : AppointmentTypeSql.type(row);
        var end = row.getTimestamp("ends");
        var expiry = row.getDate("expiry_date");
        var zone = row.getString("time_zone");
        return new BookingFacts(
                unknown(row, wish),
                end == null ? null : new TimeRange(wish.start(), end.toInstant()),
                type,
                type == null || row.getBoolean("offered"),
                new BookingFacts.Hours(row.getBoolean("published"), row.getInt("capacity")),
                row.getBoolean("is_slot"),
                new Place(
                        row.getInt("facility_id"),
                        ZoneId.of(zone == null ? "UTC" : zone),
                        row.getObject("room", Integer.class),
                        wish.terms().outsideHours()),
                expiry == null ? null : expiry.toLocalDate(),
                drawn(row));
    }

    private static @Nullable Entered drawn(ResultSet row) throws SQLException {
        Integer id = row.getObject("drawn_id", Integer.class);
        return id == null ? null : new Entered(new AppointmentId(id), new Reference(row.getString("drawn_reference")));
    }

    private static @Nullable Named unknown(ResultSet row, Wish wish) throws SQLException {
        if (wish.patient() != null && row.getObject("patient") == null) {
            return Named.PATIENT;
        }
        if (row.getObject("provider") == null) {
            return Named.PROVIDER;
        }
        if (wish.typeId() != null && row.getObject("id") == null) {
            return Named.TYPE;
        }
        if (row.getObject("facility_id") == null) {
            return Named.FACILITY;
        }
        if (wish.terms().roomId() != null && row.getObject("room") == null) {
            return Named.ROOM;
        }
        return wish.terms().coverId() != null && row.getObject("cover") == null ? Named.COVER : null;
    }

    /// The number and the reference of an appointment.
    record Entered(AppointmentId id, Reference reference) {}

    /// Books and begins the history; empty where somebody is in the way.
    static Optional<Entered> book(Tx tx, Claim claim, Stamp stamp) {
        return tx.query(book("", "") + "select id, reference from booked")
                .bindNamedArgumentFinder(values(claim, stamp))
                .map((row, context) ->
                        new Entered(new AppointmentId(row.getInt("id")), new Reference(row.getString("reference"))))
                .findOne();
    }

    /// The same under a number and a reference that were drawn before, with the commit: who is in the way breaks the
    /// promise.
    static void promise(Tx tx, Claim claim, Stamp stamp, Entered drawn) {
        tx.promise(
                book("id, reference, ", ":id, :reference, ") + "select insist(count(*) = 1) from booked",
                values(claim, stamp)
                        .with("id", drawn.id().value())
                        .with("reference", drawn.reference().value()));
    }

    private static String book(String drawnColumns, String drawnValues) {
        return "with lane as (" + LANE + """
                ), booked as (
                    insert into appointments (%spatient_id, provider_id, appointment_type_id, start_time, end_time,
                                              facility_id, room_id, cover_id, buffer_before_minutes,
                                              buffer_after_minutes, outside_hours, lane, status_reason, created_at)
                    select %s:patient, :provider, cast(:type as integer), :start, :end, :facility,
                           cast(:room as integer), cast(:cover as integer), :before, :after, :outsideHours,
                           lane.number, :reason, :at
                      from lane
                    on conflict do nothing
                    returning id, reference
                ), noted as (
                    insert into appointment_history (appointment_id, at, user_id, role, to_status, start_time,
                                                     end_time, reason)
                    select id, :at, cast(:user as integer), :role, 'scheduled', :start, :end, :reason from booked
                )
                """.formatted(drawnColumns, drawnValues);
    }

    private static Values values(Claim claim, Stamp stamp) {
        return values(claim)
                .with("type", claim.typeId())
                .with("cover", claim.coverId())
                .with("outsideHours", claim.place().outsideHours())
                .with("at", stamp.at())
                .with("user", stamp.userId())
                .with("role", stamp.role().text())
                .with("reason", stamp.reason());
    }

    /// Binds appointments of the transaction's own together.
    static void bind(Tx tx, int series, List<AppointmentId> ids) {
        tx.update("update appointments set series_id = :series where id = any (:ids)")
                .bind("series", series)
                .bindArray(
                        "ids",
                        Integer.class,
                        ids.stream().map(AppointmentId::value).toList())
                .execute();
    }

    /// Holds; empty where somebody is in the way.
    static Optional<Integer> hold(Tx tx, Claim claim, Instant until, @Nullable Integer user) {
        return bind(tx.query("with lane as (" + LANE + """
                        )
                        insert into appointments (patient_id, provider_id, appointment_type_id, start_time, end_time,
                                                  facility_id, room_id, buffer_before_minutes, buffer_after_minutes, lane,
                                                  status, held_until, held_by)
                        select cast(:patient as integer), :provider, cast(:type as integer), :start, :end, :facility,
                               cast(:room as integer), :before, :after, lane.number, 'held', :until, cast(:user as integer)
                          from lane
                        on conflict do nothing
                        returning id
                        """), claim)
                .bind("type", claim.typeId())
                .bind("until", until)
                .bind("user", user)
                .mapTo(Integer.class)
                .findOne();
    }

    /// Moves an appointment and notes it in the history. Refused by an exclusion constraint where somebody is in the
    /// way, and by a foreign key where it has a medical record and would get another provider.
    static void move(Tx tx, AppointmentId id, Claim claim, Stamp stamp) {
        bind(tx.update("with lane as (" + LANE + """
                        ), before as (
                            select status from appointments where id = :id
                        ), moved as (
                            update appointments
                               set status = 'rescheduled', status_reason = :reason, version = version + 1,
                                   rescheduled_start_time = :start, rescheduled_end_time = :end,
                                   provider_id = :provider,
                                   facility_id = :facility, room_id = cast(:room as integer),
                                   buffer_before_minutes = :before, buffer_after_minutes = :after,
                                   outside_hours = :outsideHours, kept_at = null,
                                   arrived_at = null, priority = null, ticket = null,
                                   -- Where no place is free, the first: the constraint then tells who is there.
                                   lane = coalesce((select number from lane), 1)
                             where id = :id
                             returning id
                        )
                        insert into appointment_history (appointment_id, at, user_id, role, from_status, to_status,
                                                         start_time, end_time, reason)
                        select moved.id, :at, cast(:user as integer), :role, before.status, 'rescheduled', :start, :end, :reason
                          from moved, before
                        """), claim)
                .bind("id", id.value())
                .bind("outsideHours", claim.place().outsideHours())
                .bind("at", stamp.at())
                .bind("user", stamp.userId())
                .bind("role", stamp.role().text())
                .bind("reason", stamp.reason())
                .execute();
    }

    /// Takes holds out of the way that have expired.
    ///
    /// @return how many
    static int clear(Tx tx, Claim claim, Instant now) {
        return bind(tx.update("""
                        delete from appointments a
                         where a.status = 'held' and a.held_until <= :now and (""" + inTheWay() + ")"), claim).bind("now", now).execute();
    }

    /// Who is in the way of a claim: the provider's appointments where all places are taken, then the patient's, then
    /// the room's.
    static Optional<InTheWay> inTheWay(Tx tx, Claim claim) {
        return bind(
                        tx.query("with lane as (" + LANE
                                + "), diary as (select not exists (select 1 from lane) as full) select "
                                + AppointmentSql.COLUMNS
                                + ", a.held_until, diary.full and a.provider_id = :provider as of_provider,"
                                + " coalesce(a.patient_id = cast(:patient as integer), false) as of_patient"
                                + AppointmentSql.FROM
                                + " cross join diary where (a.provider_id <> :provider or diary.full"
                                + " or a.patient_id = cast(:patient as integer) or a.room_id = cast(:room as integer)) and ("
                                + inTheWay() + ") order by of_provider desc, of_patient desc, a.lane, a.id limit 1"),
                        claim)
                .map((row, context) -> who(row))
                .findOne();
    }

    /// An appointment or a hold in the way of a claim.
    ///
    /// @param appointment empty for a hold
    /// @param heldUntil   null for an appointment
    record InTheWay(
            Whose whose,
            Optional<Appointment> appointment,
            @Nullable Instant heldUntil) {
        enum Whose {
            PROVIDER,
            PATIENT,
            ROOM
        }
    }

    private static InTheWay who(ResultSet row) throws SQLException {
        var whose = row.getBoolean("of_provider")
                ? InTheWay.Whose.PROVIDER
                : row.getBoolean("of_patient") ? InTheWay.Whose.PATIENT : InTheWay.Whose.ROOM;
        var until = row.getTimestamp("held_until");
        return until == null
                ? new InTheWay(whose, Optional.of(AppointmentSql.appointment(row)), null)
                : new InTheWay(whose, Optional.empty(), until.toInstant());
    }

    // As the exclusion constraints put it, but for the lanes.
    private static String inTheWay() {
        return """
                (a.provider_id = :provider and (a.lane <= :places or a.facility_id <> :facility) and a.occupied && %1$s
                 or a.patient_id = cast(:patient as integer) and a.patient_lane = 1 and a.status <> 'no_show'
                    and a.during && tstzrange(:start, :end, '[)')
                 or a.room_id = cast(:room as integer) and a.occupied && %1$s)
                and a.id is distinct from cast(:self as integer)
                """.formatted(OCCUPIED);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Claim claim) {
        return statement.bindNamedArgumentFinder(values(claim));
    }

    private static Values values(Claim claim) {
        PatientId patient = claim.patient();
        return new Values()
                .with("patient", patient == null ? null : patient.value())
                .with("provider", claim.provider().value())
                .with("facility", claim.place().facilityId())
                .with("start", claim.during().start())
                .with("end", claim.during().end())
                .with("room", claim.place().roomId())
                .with("before", claim.before().toMinutes())
                .with("after", claim.after().toMinutes())
                .with("places", claim.places())
                .with("self", claim.self());
    }
}
