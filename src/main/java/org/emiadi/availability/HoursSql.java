package org.emiadi.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.emiadi.availability.HoursOutcome.Named;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Constraint;
import org.emiadi.platform.Cursor;
import org.emiadi.platform.Page;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.jdbi.v3.core.statement.SqlStatement;

final class HoursSql {
    private static final String SELECT = """
            select h.id, h.provider_id, h.facility_id, h.weekday, h.starts_at,
                   (extract(epoch from h.length) / 60)::integer as minutes,
                   h.valid_from, h.valid_to, h.every_weeks, h.capacity, h.version,
                   array(select t.appointment_type_id from working_hours_types t where t.working_hours_id = h.id) as types
              from working_hours h
            """;

    private static final Map<String, Named> NAMED_BY_CONSTRAINT =
            Map.of("working_hours_facility", Named.FACILITY, "working_hours_types_type", Named.TYPE);

    private HoursSql() {}

    /// Whether there is such a provider; their hours are then nobody else's to add or change.
    static boolean lockProvider(Tx tx, ProviderId provider) {
        return tx.query("select id from providers where id = :id for no key update")
                .bind("id", provider.value())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    static HoursOutcome add(Tx tx, ProviderId provider, HoursPlan plan) {
        return unlessUnknown(tx, () -> {
            var insert = tx.query("""
                    insert into working_hours (provider_id, facility_id, weekday, starts_at, length, valid_from, valid_to,
                                               every_weeks, capacity)
                    values (:provider, :facility, :weekday, cast(:start as time), make_interval(mins => :minutes), :from,
                            :to, :everyWeeks, :capacity)
                    returning id
                    """);
            var id = new HoursId(bind(insert, plan)
                    .bind("provider", provider.value())
                    .mapTo(Integer.class)
                    .one());
            addTypes(tx, id, plan.types());
            return new Hours(id, provider, plan, 1);
        });
    }

    static HoursOutcome change(Tx tx, Hours before, HoursPlan after) {
        return unlessUnknown(tx, () -> {
            var update = tx.update("""
                    update working_hours
                       set facility_id = :facility, weekday = :weekday, starts_at = cast(:start as time),
                           length = make_interval(mins => :minutes), valid_from = :from, valid_to = :to,
                           every_weeks = :everyWeeks, capacity = :capacity, version = version + 1
                     where id = :id
                    """);
            bind(update, after).bind("id", before.id().value()).execute();
            tx.update("delete from working_hours_types where working_hours_id = :id")
                    .bind("id", before.id().value())
                    .execute();
            addTypes(tx, before.id(), after.types());
            return new Hours(before.id(), before.provider(), after, before.version() + 1);
        });
    }

    private static HoursOutcome unlessUnknown(Tx tx, Supplier<Hours> commands) {
        try {
            return new HoursOutcome.Done(tx.savepoint(commands));
        } catch (RuntimeException refusal) {
            return Constraint.in(refusal)
                    .map(constraint -> NAMED_BY_CONSTRAINT.get(constraint.name()))
                    .map(HoursOutcome.Unknown::new)
                    .orElseThrow(() -> refusal);
        }
    }

    private static void addTypes(Tx tx, HoursId id, Set<Integer> types) {
        tx.update("""
                        insert into working_hours_types (working_hours_id, appointment_type_id)
                        select :id, type from unnest(:types) type order by type
                        """)
                .bind("id", id.value())
                .bindArray("types", Integer.class, List.copyOf(types))
                .execute();
    }

    static void remove(Tx tx, HoursId id) {
        tx.update("delete from working_hours where id = :id")
                .bind("id", id.value())
                .execute();
    }

    static Optional<Hours> find(Tx tx, HoursId id) {
        return tx.query(SELECT + "where h.id = :id")
                .bind("id", id.value())
                .map((row, context) -> hours(row))
                .findOne();
    }

    static Optional<Hours> lock(Tx tx, HoursId id) {
        return tx.query(SELECT + "where h.id = :id for update")
                .bind("id", id.value())
                .map((row, context) -> hours(row))
                .findOne();
    }

    /// The hours that can touch those of the plan: at its facility, of its time, on its weekday or one beside it.
    static List<Hours> near(Tx tx, ProviderId provider, HoursPlan plan) {
        DayOfWeek weekday = plan.days().weekday();
        return tx.query(SELECT + """
                        where h.provider_id = :provider
                          and h.facility_id = :facility
                          and h.weekday in (:dayBefore, :day, :dayAfter)
                          and (h.valid_to is null or h.valid_to >= cast(:from as date) - 1)
                          and (cast(:to as date) is null or h.valid_from <= cast(:to as date) + 1)
                        order by h.id
                        """)
                .bind("provider", provider.value())
                .bind("facility", plan.facility().value())
                .bind("dayBefore", weekday.minus(1).getValue())
                .bind("day", weekday.getValue())
                .bind("dayAfter", weekday.plus(1).getValue())
                .bind("from", plan.days().from())
                .bind("to", plan.days().to())
                .map((row, context) -> hours(row))
                .list();
    }

    static Page<Hours> list(Tx tx, WorkingHours.Wanted wanted, Slice slice) {
        var rows = tx.query(SELECT + """
                        where h.id > :after
                          and (cast(:provider as integer) is null or h.provider_id = :provider)
                          and (cast(:facility as integer) is null or h.facility_id = :facility)
                        order by h.id
                        limit :rows
                        """)
                .bind("after", slice.after().map(cursor -> cursor.number(0)).orElse(0L))
                .bind("provider", wanted.provider().map(ProviderId::value).orElse(null))
                .bind("facility", wanted.facility().map(FacilityId::value).orElse(null))
                .bind("rows", slice.rows())
                .map((row, context) -> hours(row))
                .list();
        return Page.of(rows, slice.limit(), hours -> Cursor.of(hours.id().value()));
    }

    private static <S extends SqlStatement<S>> S bind(S statement, HoursPlan plan) {
        return statement
                .bind("facility", plan.facility().value())
                .bind("weekday", plan.days().weekday().getValue())
                .bind("start", plan.time().start().toString())
                .bind("minutes", (int) plan.time().length().toMinutes())
                .bind("from", plan.days().from())
                .bind("to", plan.days().to())
                .bind("everyWeeks", plan.days().everyWeeks())
                .bind("capacity", plan.capacity());
    }

    private static Hours hours(ResultSet row) throws SQLException {
        var days = new SessionDays(
                DayOfWeek.of(row.getInt("weekday")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getInt("every_weeks"));
        var time =
                new SessionTime(row.getObject("starts_at", LocalTime.class), Duration.ofMinutes(row.getInt("minutes")));
        var types = Set.of((Integer[]) row.getArray("types").getArray());
        var plan = new HoursPlan(new FacilityId(row.getInt("facility_id")), days, time, row.getInt("capacity"), types);
        return new Hours(
                new HoursId(row.getInt("id")), new ProviderId(row.getInt("provider_id")), plan, row.getInt("version"));
    }
}
