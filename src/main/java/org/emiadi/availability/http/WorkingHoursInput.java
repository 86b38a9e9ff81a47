package org.emiadi.availability.http;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.emiadi.availability.HoursPlan;
import org.emiadi.availability.SessionDays;
import org.emiadi.availability.SessionTime;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.platform.FieldError;
import org.emiadi.platform.Problem;
import org.emiadi.platform.ProblemException;
import org.emiadi.platform.Tx;
import org.emiadi.platform.http.Patch;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// Makes plans of what clients send.
@Singleton
final class WorkingHoursInput {
    private final Facilities facilities;
    private final Clock clock;

    WorkingHoursInput(Facilities facilities, Clock clock) {
        this.facilities = facilities;
        this.clock = clock;
    }

    HoursPlan plan(Tx tx, WorkingHoursJson.New sent) {
        Facility facility = facility(tx, sent.facilityId());
        return new HoursPlan(
                facility.id(),
                days(sent, facility),
                SessionTime.between(ClockTime.of(sent.startTime()), ClockTime.of(sent.endTime())),
                Objects.requireNonNullElse(sent.capacity(), 1),
                types(sent.appointmentTypeIds()));
    }

    private Facility facility(Tx tx, @Nullable Integer id) {
        return id == null
                ? facilities.first(tx)
                : facilities
                        .find(tx, new FacilityId(id))
                        .orElseThrow(() -> Query.invalid("facility_id", "no-such-facility"));
    }

    private SessionDays days(WorkingHoursJson.New sent, Facility facility) {
        LocalDate date = sent.date();
        if (date != null) {
            refuseBesideDate(sent.weekday(), sent.validFrom(), sent.validTo(), sent.everyWeeks());
            return SessionDays.on(date);
        }
        Integer weekday = sent.weekday();
        if (weekday == null) {
            throw Query.invalid("weekday", "required");
        }
        LocalDate from = sent.validFrom();
        return new SessionDays(
                DayOfWeek.of(weekday),
                from == null ? facility.date(clock.instant()) : from,
                sent.validTo(),
                Objects.requireNonNullElse(sent.everyWeeks(), 1));
    }

    /// The change that is asked for; a member that was not sent stays as it is.
    static UnaryOperator<HoursPlan> change(WorkingHoursJson.Changes sent) {
        Optional<LocalDate> date = Objects.requireNonNullElse(sent.date(), Optional.empty());
        if (date.isPresent()) {
            refuseBesideDate(sent.weekday(), sent.validFrom(), sent.validTo(), sent.everyWeeks());
        }
        return before -> new HoursPlan(
                Patch.kept(read(sent.facilityId(), FacilityId::new), before.facility()),
                date.map(SessionDays::on).orElseGet(() -> days(sent, before.days())),
                time(sent, before.time()),
                Patch.kept(sent.capacity(), before.capacity()),
                sent.appointmentTypeIds() == null
                        ? before.types()
                        : types(sent.appointmentTypeIds().orElse(null)));
    }

    private static SessionDays days(WorkingHoursJson.Changes sent, SessionDays before) {
        var after = new SessionDays(
                Patch.kept(read(sent.weekday(), DayOfWeek::of), before.weekday()),
                Patch.kept(sent.validFrom(), before.from()),
                Patch.or(sent.validTo(), before.to()),
                Patch.kept(sent.everyWeeks(), before.everyWeeks()));
        if (before.isOneDay() && after.isNever() && sent.validFrom() == null && sent.validTo() == null) {
            // Only another weekday takes a session on one day away from its day.
            throw Query.invalid("weekday", "not-with-date");
        }
        return after;
    }

    // Start and end are what the client sees: changing one of them leaves the other where it is.
    private static SessionTime time(WorkingHoursJson.Changes sent, SessionTime before) {
        return SessionTime.between(
                Patch.kept(read(sent.startTime(), ClockTime::of), before.start()),
                Patch.kept(read(sent.endTime(), ClockTime::of), before.end()));
    }

    private static void refuseBesideDate(
            @Nullable Object weekday, @Nullable Object from, @Nullable Object to, @Nullable Object everyWeeks) {
        FieldError[] wrong = Stream.of(
                        member("weekday", weekday),
                        member("valid_from", from),
                        member("valid_to", to),
                        member("every_weeks", everyWeeks))
                .flatMap(Function.identity())
                .toArray(FieldError[]::new);
        if (wrong.length > 0) {
            throw new ProblemException(Problem.invalid(wrong));
        }
    }

    private static Stream<FieldError> member(String name, @Nullable Object sent) {
        return sent == null ? Stream.of() : Stream.of(FieldError.of(name, "not-with-date"));
    }

    private static <S, T> @Nullable Optional<T> read(@Nullable Optional<S> sent, Function<S, T> reading) {
        return sent == null ? null : sent.map(reading);
    }

    private static Set<Integer> types(@Nullable List<Integer> sent) {
        return sent == null ? Set.of() : Set.copyOf(sent);
    }
}
