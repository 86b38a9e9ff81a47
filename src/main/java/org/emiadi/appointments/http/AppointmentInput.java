package org.emiadi.appointments.http;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.emiadi.appointments.Amendment;
import org.emiadi.appointments.AppointmentFilter;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.Holds;
import org.emiadi.appointments.Priority;
import org.emiadi.appointments.Side;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// Reads what clients send about appointments. What cannot be read is a problem that names the member.
public final class AppointmentInput {
    private AppointmentInput() {}

    /// The query parameters of the list.
    record Filter(
            @QueryParam("status") @Nullable String status,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("provider_id") @Nullable String providerId,
            @QueryParam("patient_id") @Nullable String patientId,
            @QueryParam("facility_id") @Nullable String facilityId) {}

    static BookingRequest booking(AppointmentJson.New wanted) {
        checkTimes(wanted.startTime(), wanted.endTime(), wanted.appointmentTypeId());
        boolean outsideHours = Boolean.TRUE.equals(wanted.outsideHours());
        checkReason(outsideHours, wanted.reason());
        return new BookingRequest(
                new PatientId(wanted.patientId()),
                new ProviderId(wanted.providerId()),
                wanted.appointmentTypeId(),
                wanted.startTime(),
                wanted.endTime(),
                new BookingRequest.Terms(
                        wanted.facilityId(),
                        wanted.roomId(),
                        wanted.coverId(),
                        wanted.holdId(),
                        outsideHours,
                        wanted.reason()));
    }

    static Holds.Wanted hold(HoldJson.New wanted, Actor actor) {
        checkTimes(wanted.startTime(), wanted.endTime(), wanted.appointmentTypeId());
        Integer patient = wanted.patientId() == null && actor.is(Role.PATIENT) ? actor.personId() : wanted.patientId();
        return new Holds.Wanted(
                patient == null ? null : new PatientId(patient),
                new ProviderId(wanted.providerId()),
                wanted.appointmentTypeId(),
                wanted.startTime(),
                wanted.endTime(),
                new BookingRequest.Terms(wanted.facilityId(), wanted.roomId(), null, null, false, null));
    }

    /// Refuses a time that no appointment can have.
    public static void checkTimes(Instant start, @Nullable Instant end, @Nullable Integer type) {
        if (end == null && type == null) {
            throw Query.invalid("end_time", "required");
        }
        Optional.ofNullable(end)
                .flatMap(given -> BookingRules.faultIn(start, given))
                .ifPresent(key -> {
                    throw Query.invalid("end_time", key);
                });
    }

    /// Refuses an appointment beside the hours for no reason.
    public static void checkReason(boolean outsideHours, @Nullable String reason) {
        if (outsideHours && (reason == null || reason.isBlank())) {
            throw Query.invalid("reason", "reason-outside-hours");
        }
    }

    static StatusRequest statusRequest(AppointmentJson.StatusChange change, OptionalInt expected) {
        AppointmentStatus status = status(change.status());
        checkReason(Boolean.TRUE.equals(change.outsideHours()), change.reason());
        return new StatusRequest(
                status,
                move(change, status),
                change.reason(),
                with(AppointmentStatus.CANCELLED, status, "cancelled_by", change.cancelledBy(), Side::parse),
                with(AppointmentStatus.CHECKED_IN, status, "priority", change.priority(), Priority::parse),
                expected);
    }

    private static StatusRequest.@Nullable Move move(AppointmentJson.StatusChange change, AppointmentStatus status) {
        Instant start = change.rescheduledStartTime();
        Instant end = change.rescheduledEndTime();
        if (status == AppointmentStatus.RESCHEDULED) {
            if (start == null) {
                throw Query.invalid("rescheduled_start_time", "required");
            }
            var with = change.providerId() == null ? null : new ProviderId(change.providerId());
            return new StatusRequest.Move(start, end, Boolean.TRUE.equals(change.outsideHours()), with);
        }
        if (start != null || end != null) {
            throw Query.invalid(
                    start == null ? "rescheduled_end_time" : "rescheduled_start_time", "times-with-rescheduled");
        }
        if (change.outsideHours() != null || change.providerId() != null) {
            throw Query.invalid(
                    change.outsideHours() == null ? "provider_id" : "outside_hours", "times-with-rescheduled");
        }
        return null;
    }

    // What goes with one status only is refused with every other, rather than ignored.
    private static <T> @Nullable T with(
            AppointmentStatus owner,
            AppointmentStatus status,
            String member,
            @Nullable String text,
            Function<String, Optional<T>> parse) {
        if (text == null) {
            return null;
        }
        if (status != owner) {
            throw Query.invalid(member, "goes-with", owner.text());
        }
        return parse.apply(text).orElseThrow(() -> Query.invalid(member, keyOf(member)));
    }

    private static String keyOf(String member) {
        return member.replace('_', '-');
    }

    static Amendment.Wanted amendment(AppointmentJson.Changes changes) {
        Optional<String> priority = changes.priority();
        return new Amendment.Wanted(
                changes.roomId(),
                changes.coverId(),
                priority == null
                        ? null
                        : priority.flatMap(Priority::parse)
                                .orElseThrow(() -> Query.invalid("priority", keyOf("priority"))));
    }

    static AppointmentFilter filter(Filter filter, ClinicTime time) {
        return new AppointmentFilter(
                Query.text("status", filter.status()).map(AppointmentInput::status),
                Query.time("from", filter.from(), time),
                Query.time("to", filter.to(), time),
                Query.integer("provider_id", filter.providerId()).map(ProviderId::new),
                Query.integer("patient_id", filter.patientId()).map(PatientId::new),
                Query.integer("facility_id", filter.facilityId()));
    }

    private static AppointmentStatus status(String text) {
        return AppointmentStatus.parse(text).orElseThrow(() -> Query.invalid("status", "status"));
    }
}
