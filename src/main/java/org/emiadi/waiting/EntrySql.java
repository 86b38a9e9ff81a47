package org.emiadi.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.Tx;
import org.emiadi.waiting.Joining.Named;
import org.emiadi.waiting.WaitingList.Sight;
import org.emiadi.waiting.Wishes.When;
import org.emiadi.waiting.Wishes.With;
import org.jspecify.annotations.Nullable;

/// The statements about entries of the waiting list.
final class EntrySql {
    private static final String SELECT = """
            select e.id, e.patient_id, e.appointment_type_id, e.provider_id, e.cadre, e.specialization, e.facility_id,
                   e.earliest_date, e.latest_date, e.weekdays, e.from_time, e.to_time, e.appointment_id, e.by_staff,
                   e.status, e.booked_id, e.created_at, e.version,
                   o.id as offer_id, o.hold_id, o.provider_id as offer_provider, o.facility_id as offer_facility,
                   o.start_time, o.end_time, o.offered_at, o.open_until
              from waiting_entries e
              left join offers o on o.entry_id = e.id and o.outcome = 'open' and o.open_until > :now
            """;
    private static final String SEEN = " where e.id = :id and (:all or e.patient_id = :ownPatient)";

    private EntrySql() {}

    /// Keeps others from counting the patient's entries until the transaction ends.
    ///
    /// @return whether there is such a patient
    static boolean lockPatient(Tx tx, PatientId patient) {
        return tx.query("select id from patients where id = :id for no key update")
                .bind("id", patient.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /// What the wishes name although there is no such thing.
    static Optional<Joining> refusal(Tx tx, Wishes wishes, AppointmentType type) {
        var with = wishes.with();
        var offeredBy = type.details().offeredBy();
        return tx.query("""
                        select cast(:provider as integer) is not null and p.id is null as no_provider,
                               p.id is not null and not offered_by(:cadres, :specializations, p.cadre, p.specialization)
                                   as not_offered,
                               cast(:facility as integer) is not null and f.id is null as no_facility
                          from (values (1)) one (n)
                          left join providers p on p.id = cast(:provider as integer)
                          left join facilities f on f.id = cast(:facility as integer)
                        """)
                .bind(
                        "provider",
                        with.provider() == null ? null : with.provider().value())
                .bind(
                        "facility",
                        with.facility() == null ? null : with.facility().value())
                .bindArray("cadres", String.class, offeredBy.cadres())
                .bindArray("specializations", String.class, offeredBy.specializations())
                .map((row, context) -> refusal(row))
                .one();
    }

    private static Optional<Joining> refusal(ResultSet row) throws SQLException {
        if (row.getBoolean("no_provider")) {
            return Optional.of(new Joining.Unknown(Named.PROVIDER));
        }
        if (row.getBoolean("not_offered")) {
            return Optional.of(new Joining.TypeNotOffered());
        }
        return row.getBoolean("no_facility") ? Optional.of(new Joining.Unknown(Named.FACILITY)) : Optional.empty();
    }

    /// How many live entries the patient has.
    static int live(Tx tx, PatientId patient) {
        return tx.query("select count(*) from waiting_entries where patient_id = :patient and status = 'waiting'")
                .bind("patient", patient.value())
                .mapTo(Integer.class)
                .one();
    }

    /// Empty where somebody waits already for the appointment to be moved.
    static Optional<Integer> insert(Tx tx, Wishes wishes, Actor actor, Instant now) {
        var with = wishes.with();
        var when = wishes.when();
        var appointment = wishes.appointment();
        return tx.query("""
                        insert into waiting_entries (patient_id, appointment_type_id, provider_id, cadre, specialization,
                                                     facility_id, earliest_date, latest_date, weekdays, from_time, to_time,
                                                     appointment_id, by_staff, created_at, created_by, looked_at)
                        values (:patient, :type, cast(:provider as integer), :cadre, :specialization,
                                cast(:facility as integer), :earliest, :latest, cast(:weekdays as smallint[]),
                                cast(:fromTime as time), cast(:toTime as time), cast(:appointment as integer), :byStaff,
                                :now, cast(:user as integer), :now)
                        on conflict do nothing
                        returning id
                        """)
                .bind("patient", wishes.patient().value())
                .bind("type", wishes.type())
                .bind(
                        "provider",
                        with.provider() == null ? null : with.provider().value())
                .bind("cadre", with.cadre())
                .bind("specialization", with.specialization())
                .bind(
                        "facility",
                        with.facility() == null ? null : with.facility().value())
                .bind("earliest", when.earliest())
                .bind("latest", when.latest())
                .bindArray(
                        "weekdays",
                        Integer.class,
                        when.weekdays().stream().map(DayOfWeek::getValue).toList())
                .bind("fromTime", when.from())
                .bind("toTime", when.to())
                .bind("appointment", appointment == null ? null : appointment.value())
                .bind("byStaff", actor.isDesk())
                .bind("now", now)
                .bind("user", actor.userId())
                .mapTo(Integer.class)
                .findOne();
    }

    static Optional<Entry> find(Tx tx, int id, Sight sight, Instant now) {
        return one(tx, SELECT + SEEN, id, sight, now);
    }

    /// The same, kept from being changed by anybody else until the transaction ends. Whatever is done to an entry or
    /// its offer begins here, so that only one thing is done at a time.
    static Optional<Entry> lock(Tx tx, int id, Sight sight, Instant now) {
        boolean there = tx.query("select e.id from waiting_entries e" + SEEN + " for no key update")
                .bind("id", id)
                .bind("all", sight.all())
                .bind("ownPatient", sight.patient())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
        // Read anew: what was offered may have changed while we waited.
        return there ? find(tx, id, sight, now) : Optional.empty();
    }

    private static Optional<Entry> one(Tx tx, String sql, int id, Sight sight, Instant now) {
        return tx.query(sql)
                .bind("id", id)
                .bind("all", sight.all())
                .bind("ownPatient", sight.patient())
                .bind("now", now)
                .map((row, context) -> entry(row))
                .findOne();
    }

    static Page<Entry> list(Tx tx, Sight sight, EntryFilter filter, Slice slice, Instant now) {
        var rows = tx.query(SELECT + """
                         where (:all or e.patient_id = :ownPatient)
                           and (cast(:status as text) is null or e.status = :status)
                           and (cast(:provider as integer) is null or e.provider_id = :provider)
                           and (cast(:patient as integer) is null or e.patient_id = :patient)
                           and (cast(:afterTime as timestamptz) is null or (e.created_at, e.id) > (:afterTime, :afterId))
                         order by e.created_at, e.id
                         limit :rows
                        """)
                .bind("all", sight.all())
                .bind("ownPatient", sight.patient())
                .bind("status", filter.status().map(EntryStatus::text).orElse(null))
                .bind("provider", filter.provider().map(ProviderId::value).orElse(null))
                .bind("patient", filter.patient().map(PatientId::value).orElse(null))
                .bind(
                        "afterTime",
                        slice.after().map(cursor -> cursor.instant(0)).orElse(null))
                .bind("afterId", slice.after().map(cursor -> cursor.number(1)).orElse(0L))
                .bind("now", now)
                .bind("rows", slice.rows())
                .map((row, context) -> entry(row))
                .list();
        return Page.of(rows, slice.limit(), last -> Cursor.of(last.since(), last.id()));
    }

    /// Ends an entry.
    ///
    /// @param booked what became of it; null unless it is fulfilled
    static void end(Tx tx, int id, EntryStatus status, @Nullable AppointmentId booked) {
        tx.update("""
                        update waiting_entries
                           set status = :status, booked_id = cast(:booked as integer), version = version + 1
                         where id = :id
                        """)
                .bind("id", id)
                .bind("status", status.text())
                .bind("booked", booked == null ? null : booked.value())
                .execute();
    }

    /// Notes when a slot was looked for; null to look again at the next opportunity.
    static void looked(Tx tx, int id, @Nullable Instant at) {
        tx.update("update waiting_entries set looked_at = cast(:at as timestamptz) where id = :id")
                .bind("id", id)
                .bind("at", at)
                .execute();
    }

    /// Locks the entry for which nobody has looked for the longest time, if that is before `before` and nobody else is
    /// at it.
    static Optional<Integer> lockNextToLookFor(Tx tx, Instant before) {
        return tx.query("""
                        select id
                          from waiting_entries
                         where status = 'waiting' and (looked_at is null or looked_at <= :before)
                         order by looked_at nulls first, id
                         limit 1
                           for no key update skip locked
                        """).bind("before", before).mapTo(Integer.class).findOne();
    }

    /// Whether the entry has nothing left to wait for.
    ///
    /// @param today of the clinic
    static boolean isOver(Tx tx, int id, LocalDate today, Instant now) {
        // Not before the day after: somewhere it may still be the last day.
        return tx.query("""
                        select e.latest_date < cast(:today as date) - 1
                               or a.id is not null and (a.status not in ('scheduled', 'confirmed', 'rescheduled')
                                                        or a.effective_start <= :now)
                          from waiting_entries e
                          left join appointments a on a.id = e.appointment_id
                         where e.id = :id
                        """)
                .bind("id", id)
                .bind("today", today)
                .bind("now", now)
                .mapTo(Boolean.class)
                .one();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Integer moved = row.getObject("appointment_id", Integer.class);
        Integer booked = row.getObject("booked_id", Integer.class);
        var wishes = new Wishes(
                new PatientId(row.getInt("patient_id")),
                row.getInt("appointment_type_id"),
                with(row),
                when(row),
                moved == null ? null : new AppointmentId(moved));
        return new Entry(
                row.getInt("id"),
                wishes,
                row.getBoolean("by_staff"),
                EntryStatus.parse(row.getString("status")).orElseThrow(),
                row.getTimestamp("created_at").toInstant(),
                booked == null ? null : new AppointmentId(booked),
                row.getObject("offer_id") == null ? null : offer(row),
                row.getInt("version"));
    }

    private static With with(ResultSet row) throws SQLException {
        Integer provider = row.getObject("provider_id", Integer.class);
        Integer facility = row.getObject("facility_id", Integer.class);
        return new With(
                provider == null ? null : new ProviderId(provider),
                row.getString("cadre"),
                row.getString("specialization"),
                facility == null ? null : new FacilityId(facility));
    }

    private static When when(ResultSet row) throws SQLException {
        Set<DayOfWeek> weekdays = new TreeSet<>();
        Arrays.stream((Short[]) row.getArray("weekdays").getArray())
                .map(day -> DayOfWeek.of(day))
                .forEach(weekdays::add);
        return new When(
                row.getObject("earliest_date", LocalDate.class),
                row.getObject("latest_date", LocalDate.class),
                weekdays,
                row.getObject("from_time", LocalTime.class),
                row.getObject("to_time", LocalTime.class));
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getInt("offer_id"),
                row.getInt("hold_id"),
                new ProviderId(row.getInt("offer_provider")),
                new FacilityId(row.getInt("offer_facility")),
                new TimeRange(
                        row.getTimestamp("start_time").toInstant(),
                        row.getTimestamp("end_time").toInstant()),
                row.getTimestamp("offered_at").toInstant(),
                row.getTimestamp("open_until").toInstant());
    }
}
