package org.emiadi.appointments.http;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.OptionalInt;
import org.emiadi.appointments.AppointmentFilter;
import org.emiadi.appointments.AppointmentStatus;
import org.emiadi.appointments.BookingRequest;
import org.emiadi.appointments.BookingRules;
import org.emiadi.appointments.StatusRequest;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// Reads what clients send about appointments. What cannot be read is a problem that names the member.
final class AppointmentInput {
    private AppointmentInput() {}

    /// The query parameters of the list.
    record Filter(
            @QueryParam("status") @Nullable String status,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("provider_id") @Nullable String providerId,
            @QueryParam("patient_id") @Nullable String patientId) {}

    static BookingRequest booking(AppointmentJson.New wanted) {
        BookingRules.faultIn(wanted.startTime(), wanted.endTime()).ifPresent(key -> {
            throw Query.invalid("end_time", key);
        });
        return new BookingRequest(
                new PatientId(wanted.patientId()),
                new ProviderId(wanted.providerId()),
                wanted.appointmentTypeId(),
                new TimeRange(wanted.startTime(), wanted.endTime()));
    }

    static StatusRequest statusRequest(AppointmentJson.StatusChange change, OptionalInt expected) {
        AppointmentStatus status = status(change.status());
        Instant start = change.rescheduledStartTime();
        Instant end = change.rescheduledEndTime();
        if (status == AppointmentStatus.RESCHEDULED && start == null) {
            throw Query.invalid("rescheduled_start_time", "required");
        }
        if (status != AppointmentStatus.RESCHEDULED && (start != null || end != null)) {
            throw Query.invalid(
                    start == null ? "rescheduled_end_time" : "rescheduled_start_time", "times-with-rescheduled");
        }
        return new StatusRequest(status, start, end, change.reason(), expected);
    }

    static AppointmentFilter filter(Filter filter, ClinicTime time) {
        return new AppointmentFilter(
                Query.text("status", filter.status()).map(AppointmentInput::status),
                Query.time("from", filter.from(), time),
                Query.time("to", filter.to(), time),
                Query.integer("provider_id", filter.providerId()).map(ProviderId::new),
                Query.integer("patient_id", filter.patientId()).map(PatientId::new));
    }

    private static AppointmentStatus status(String text) {
        return AppointmentStatus.parse(text).orElseThrow(() -> Query.invalid("status", "status"));
    }
}
