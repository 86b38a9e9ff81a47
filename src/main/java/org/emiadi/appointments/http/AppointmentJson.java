package org.emiadi.appointments.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.appointments.Appointment;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// An appointment as JSON.
@Schema(name = "Appointment")
public record AppointmentJson(
        int id,
        @Nullable Integer appointmentTypeId,
        int patientId,
        int providerId,
        @Schema(description = "As first booked") Instant startTime,
        Instant endTime,

        @Schema(enumeration = {"scheduled", "rescheduled", "completed", "cancelled"})
        String status,

        @Schema(description = "The time it was moved to, which then counts") @Nullable
        Instant rescheduledStartTime,

        @Nullable Instant rescheduledEndTime,

        @Schema(description = "Given with the last change of status") @Nullable
        String reason) {

    static AppointmentJson of(Appointment appointment) {
        TimeRange moved = appointment.moved();
        return new AppointmentJson(
                appointment.id().value(),
                appointment.typeId(),
                appointment.patient().value(),
                appointment.provider().value(),
                appointment.booked().start(),
                appointment.booked().end(),
                appointment.status().text(),
                moved == null ? null : moved.start(),
                moved == null ? null : moved.end(),
                appointment.reason());
    }

    /// An appointment to be booked.
    @Schema(name = "NewAppointment")
    record New(
            @NotNull @Schema(examples = "1") Integer patientId,
            @NotNull @Schema(examples = "2") Integer providerId,
            @Schema(examples = "1") @Nullable Integer appointmentTypeId,

            @NotNull @Schema(examples = "2027-03-01T09:00:00+03:00")
            Instant startTime,

            @NotNull @Schema(examples = "2027-03-01T09:30:00+03:00")
            Instant endTime) {}

    /// What an appointment is to become.
    @Schema(name = "AppointmentStatusChange")
    record StatusChange(
            @NotBlank @Schema(enumeration = {"rescheduled", "completed", "cancelled"})
            String status,

            @Schema(description = "Required with rescheduled") @Nullable
            Instant rescheduledStartTime,

            @Schema(description = "Left out, the appointment keeps its length") @Nullable
            Instant rescheduledEndTime,

            @Size(max = 500) @Nullable String reason) {}

    /// What is told of an appointment that was booked.
    @Schema(name = "AppointmentBooked")
    record Booked(String message, int appointmentId) {}

    /// An appointment in the way of another, as far as the caller may know it.
    @Schema(name = "ConflictingAppointment")
    record Conflict(int appointmentId, int patientId, int providerId, Instant startTime, Instant endTime) {
        static Conflict of(Appointment other) {
            return new Conflict(
                    other.id().value(),
                    other.patient().value(),
                    other.provider().value(),
                    other.during().start(),
                    other.during().end());
        }
    }
}
