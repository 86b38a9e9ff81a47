package org.emiadi.series.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.Side;
import org.emiadi.appointments.http.AppointmentInput;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.http.Query;
import org.emiadi.series.Rhythm;
import org.emiadi.series.SeriesRequest;
import org.jspecify.annotations.Nullable;

/// Reads what clients send about series. What cannot be read is a problem that names the member.
final class SeriesInput {
    private static final String EVERY_WEEKS = "every_weeks";
    private static final String EVERY_MONTHS = "every_months";
    private static final String OFFSETS_WEEKS = "offsets_weeks";
    private static final String STARTS = "starts";
    private static final String REQUIRED = "required";

    private SeriesInput() {}

    static SeriesRequest series(SeriesJson.New wanted) {
        Rhythm rhythm = rhythm(wanted);
        var visit = visit(wanted, start(wanted, rhythm));
        return new SeriesRequest(
                rhythm instanceof Rhythm.At(List<Instant> times) ? visit.at(times.getFirst()) : visit, rhythm);
    }

    private static Instant start(SeriesJson.New wanted, Rhythm rhythm) {
        if (wanted.startTime() != null) {
            return wanted.startTime();
        }
        if (rhythm instanceof Rhythm.At(List<Instant> times) && wanted.endTime() == null) {
            return times.getFirst();
        }
        throw Query.invalid("start_time", REQUIRED);
    }

    private static BookingRequest visit(SeriesJson.New wanted, Instant start) {
        boolean outsideHours = Boolean.TRUE.equals(wanted.outsideHours());
        AppointmentInput.checkTimes(start, wanted.endTime(), wanted.appointmentTypeId());
        AppointmentInput.checkReason(outsideHours, wanted.reason());
        return new BookingRequest(
                new PatientId(wanted.patientId()),
                new ProviderId(wanted.providerId()),
                wanted.appointmentTypeId(),
                start,
                wanted.endTime(),
                new BookingRequest.Terms(
                        wanted.facilityId(), null, wanted.coverId(), null, outsideHours, wanted.reason()));
    }

    private static Rhythm rhythm(SeriesJson.New wanted) {
        checkOneRhythm(wanted);
        boolean every = wanted.everyWeeks() != null || wanted.everyMonths() != null;
        if (every != (wanted.count() != null)) {
            throw Query.invalid("count", every ? REQUIRED : "goes-with-every");
        }
        if (wanted.everyWeeks() != null && wanted.count() != null) {
            return new Rhythm.EveryWeeks(wanted.count(), wanted.everyWeeks());
        }
        if (wanted.everyMonths() != null && wanted.count() != null) {
            return new Rhythm.EveryMonths(wanted.count(), wanted.everyMonths());
        }
        if (wanted.offsetsWeeks() != null) {
            return new Rhythm.AfterWeeks(offsets(wanted.offsetsWeeks()));
        }
        return new Rhythm.At(
                ascending(STARTS, Optional.ofNullable(wanted.starts()).orElseThrow()));
    }

    private static void checkOneRhythm(SeriesJson.New wanted) {
        var given = new ArrayList<String>();
        addIfGiven(given, EVERY_WEEKS, wanted.everyWeeks());
        addIfGiven(given, EVERY_MONTHS, wanted.everyMonths());
        addIfGiven(given, OFFSETS_WEEKS, wanted.offsetsWeeks());
        addIfGiven(given, STARTS, wanted.starts());
        if (given.size() != 1) {
            throw Query.invalid(given.isEmpty() ? EVERY_WEEKS : given.getLast(), "one-rhythm");
        }
    }

    private static void addIfGiven(List<String> given, String member, @Nullable Object value) {
        if (value != null) {
            given.add(member);
        }
    }

    private static List<Integer> offsets(List<Integer> given) {
        ascending(OFFSETS_WEEKS, given);
        if (given.getFirst() != 0) {
            throw Query.invalid(OFFSETS_WEEKS, "first-is-zero");
        }
        return given;
    }

    private static <T extends Comparable<T>> List<T> ascending(String member, List<T> given) {
        if (given.size() < Rhythm.FEWEST || given.size() > Rhythm.MOST) {
            throw Query.invalid(member, "entries", Rhythm.FEWEST, Rhythm.MOST);
        }
        for (int i = 1; i < given.size(); i++) {
            if (given.get(i - 1).compareTo(given.get(i)) >= 0) {
                throw Query.invalid(member, "ascending");
            }
        }
        return given;
    }

    static @Nullable Side side(@Nullable String text) {
        return text == null ? null : Side.parse(text).orElseThrow(() -> Query.invalid("cancelled_by", "cancelled-by"));
    }
}
