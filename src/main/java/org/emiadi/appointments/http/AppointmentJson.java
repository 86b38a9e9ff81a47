package org.emiadi.appointments.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.HistoryStep;
import org.emiadi.platform.TimeRange;
import org.emiadi.platform.http.NotCleared;
import org.jspecify.annotations.Nullable;

/// An appointment as JSON.
@Schema(name = "Appointment")
public record AppointmentJson(
        int id,

        @Schema(description = "What the patient finds it by", examples = "K7MPX2QA")
        String reference,

        @Nullable Integer appointmentTypeId,
        int patientId,
        int providerId,
        @Schema(description = "As first booked") Instant startTime,
        Instant endTime,

        @Schema(
                enumeration = {
                    "scheduled",
                    "confirmed",
                    "rescheduled",
                    "checked_in",
                    "in_progress",
                    "completed",
                    "cancelled",
                    "no_show"
                })
        String status,

        @Schema(description = "The time it was moved to, which then counts") @Nullable
        Instant rescheduledStartTime,

        @Nullable Instant rescheduledEndTime,

        @Schema(description = "Given with the last change of status") @Nullable
        String reason,

        int facilityId,
        @Nullable Integer roomId,

        @Schema(description = "The insurance cover to be used") @Nullable
        Integer coverId,

        @Schema(description = "The series that it was booked with") @Nullable
        Integer seriesId,

        @Schema(description = "Booked on purpose where no hours are published")
        boolean outsideHours,

        @Schema(enumeration = {"patient", "clinic"}) @Nullable
        String cancelledBy,

        @Schema(description = "When the patient checked in") @Nullable
        Instant arrivedAt,

        @Schema(description = "When the provider called the patient in") @Nullable
        Instant startedAt,

        @Schema(description = "When the visit was over") @Nullable
        Instant endedAt,

        @Schema(enumeration = {"emergency", "elderly", "child", "routine"}) @Nullable
        String priority,

        @Schema(description = "The number called out in the waiting room, given anew each day") @Nullable
        Integer ticket) {

    public static AppointmentJson of(Appointment appointment) {
        TimeRange moved = appointment.moved();
        var place = appointment.place();
        var visit = appointment.visit();
        var side = appointment.cancelledBy();
        return new AppointmentJson(
                appointment.id().value(),
                appointment.reference().value(),
                appointment.typeId(),
                appointment.patient().value(),
                appointment.provider().value(),
                appointment.booked().start(),
                appointment.booked().end(),
                appointment.status().text(),
                moved == null ? null : moved.start(),
                moved == null ? null : moved.end(),
                appointment.reason(),
                place.facilityId(),
                place.roomId(),
                appointment.coverId(),
                appointment.seriesId(),
                place.outsideHours(),
                side == null ? null : side.text(),
                visit.arrived(),
                visit.started(),
                visit.ended(),
                visit.priority() == null ? null : visit.priority().text(),
                visit.ticket());
    }

    /// An appointment to be booked.
    @Schema(name = "NewAppointment")
    record New(
            @NotNull @Schema(examples = "1") Integer patientId,
            @NotNull @Schema(examples = "2") Integer providerId,

            @Schema(examples = "1", description = "Patients name one") @Nullable
            Integer appointmentTypeId,

            @NotNull @Schema(examples = "2027-03-01T09:00:00+03:00")
            Instant startTime,

            @Schema(examples = "2027-03-01T09:30:00+03:00", description = "Left out, it takes as long as its type")
            @Nullable
            Instant endTime,

            @Schema(description = "Left out, where the provider works at that time") @Nullable
            Integer facilityId,

            @Nullable Integer roomId,

            @Schema(description = "An insurance cover of the patient") @Nullable
            Integer coverId,

            @Schema(description = "A hold of the caller's, which makes room for the appointment") @Nullable
            Integer holdId,

            @Schema(description = "For staff: although no hours are published then; needs a reason") @Nullable
            Boolean outsideHours,

            @Size(max = 500) @Nullable String reason) {}

    /// What an appointment is to become.
    @Schema(name = "AppointmentStatusChange")
    record StatusChange(
            @NotBlank
            @Schema(
                    enumeration = {
                        "confirmed",
                        "rescheduled",
                        "checked_in",
                        "in_progress",
                        "completed",
                        "cancelled",
                        "no_show"
                    })
            String status,

            @Schema(description = "Required with rescheduled") @Nullable
            Instant rescheduledStartTime,

            @Schema(description = "Left out, the appointment keeps its length") @Nullable
            Instant rescheduledEndTime,

            @Schema(description = "With rescheduled, for staff: although no hours are published then; needs a reason")
            @Nullable
            Boolean outsideHours,

            @Schema(description = "With rescheduled, for the desk: to another provider") @Nullable
            Integer providerId,

            @Schema(
                    enumeration = {"patient", "clinic"},
                    description = "With cancelled, for staff; clinic where it is left out")
            @Nullable
            String cancelledBy,

            @Schema(
                    enumeration = {"emergency", "elderly", "child", "routine"},
                    description = "With checked_in; by the patient's age where it is left out")
            @Nullable
            String priority,

            @Size(max = 500) @Nullable String reason) {}

    /// What to change of what an appointment has with it.
    @Schema(
            name = "AppointmentChanges",
            description = "What is sent is changed, null clears, what is absent stays (RFC 7396)")
    record Changes(
            @Nullable Optional<Integer> roomId,
            @Nullable Optional<Integer> coverId,

            @NotCleared @Schema(enumeration = {"emergency", "elderly", "child", "routine"}) @Nullable
            Optional<String> priority) {}

    /// What is told of an appointment that was booked.
    @Schema(name = "AppointmentBooked")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Booked(
            String message,
            int appointmentId,
            String reference,

            @Schema(description = "What staff should know: cover-expired") @Nullable
            List<String> warnings) {}

    /// An appointment in the way of another, as far as the caller may know it.
    @Schema(name = "ConflictingAppointment")
    public record Conflict(int appointmentId, int patientId, int providerId, Instant startTime, Instant endTime) {
        public static Conflict of(Appointment other) {
            return new Conflict(
                    other.id().value(),
                    other.patient().value(),
                    other.provider().value(),
                    other.during().start(),
                    other.during().end());
        }
    }

    /// A step of an appointment's life as JSON.
    @Schema(name = "AppointmentHistoryStep")
    record Step(
            Instant at,

            @Schema(description = "By which user; null for the house itself") @Nullable
            Integer userId,

            String role,

            @Schema(description = "Null for the booking") @Nullable
            String fromStatus,

            String toStatus,

            @Schema(description = "The time that counts after it")
            Instant startTime,

            Instant endTime,
            @Nullable String reason) {
        static Step of(HistoryStep step) {
            return new Step(
                    step.at(),
                    step.userId(),
                    step.role().text(),
                    step.from() == null ? null : step.from().text(),
                    step.to().text(),
                    step.during().start(),
                    step.during().end(),
                    step.reason());
        }
    }
}
