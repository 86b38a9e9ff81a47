package org.emiadi.absences.http;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.absences.Displaced;
import org.emiadi.absences.NeedsMoving;
import org.emiadi.absences.Reason;
import org.emiadi.absences.ToMove;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Query;
import org.jspecify.annotations.Nullable;

/// An appointment that needs moving, as JSON.
@Schema(name = "AppointmentToMove")
record NeedsMovingJson(
        int appointmentId,
        int patientId,
        int providerId,
        int facilityId,

        @Schema(description = "The time that counts") Instant startTime,
        Instant endTime,

        @Schema(enumeration = {"scheduled", "confirmed", "rescheduled"})
        String status,

        @Schema(description = "Why it needs moving: one absence, or several that meet")
        List<ReasonJson> reasons) {

    static NeedsMovingJson of(ToMove toMove) {
        Displaced displaced = toMove.appointment();
        return new NeedsMovingJson(
                displaced.id().value(),
                displaced.patient().value(),
                displaced.provider().value(),
                displaced.facility().value(),
                displaced.during().start(),
                displaced.during().end(),
                displaced.status().text(),
                toMove.reasons().stream().map(ReasonJson::of).toList());
    }

    /// Why an appointment needs moving.
    @Schema(name = "ReasonToMove")
    record ReasonJson(
            @Schema(enumeration = {"time_off", "closure", "holiday"})
            String absence,

            @Schema(description = "Of the time off, the closure or the holiday")
            int absenceId,

            @Schema(description = "The kind of time off, the reason of the closure, the name of the holiday")
            String name) {

        static ReasonJson of(Reason reason) {
            return new ReasonJson(reason.absence().text(), reason.id(), reason.name());
        }
    }

    /// Why an appointment stays where it is.
    @Schema(name = "AppointmentToKeep")
    record Keep(
            @NotBlank @Size(max = 500) @OneLine @Schema(examples = "Dr. Achieng stands in")
            String reason) {}

    /// What is told of an appointment that is kept.
    @Schema(name = "AppointmentKept")
    record Kept(
            String message,
            int appointmentId,

            @Schema(description = "Null where nothing displaces it, so that it did not have to be kept") @Nullable
            Instant keptAt) {}

    /// Appointments to be cancelled.
    @Schema(name = "AppointmentsToCancel")
    record Cancellation(
            @NotNull @Size(max = NeedsMoving.MOST_AT_ONCE) @Schema(examples = "[1905, 1906]")
            List<@NotNull Integer> appointmentIds,

            @NotBlank @Size(max = 500) @OneLine @Schema(examples = "The provider is ill")
            String reason) {

        List<AppointmentId> ids() {
            if (appointmentIds.isEmpty()) {
                throw Query.invalid("appointment_ids", "required");
            }
            return appointmentIds.stream().map(AppointmentId::new).toList();
        }
    }

    /// What is told of appointments that were cancelled.
    @Schema(name = "AppointmentsCancelled")
    record Cancelled(String message, int cancelledCount) {}
}
