package org.emiadi.queue.http;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.appointments.Priority;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.OneLine;
import org.emiadi.platform.http.Query;
import org.emiadi.queue.QueueEntry;
import org.emiadi.queue.ScreenLine;
import org.emiadi.queue.WalkIn;
import org.jspecify.annotations.Nullable;

/// Somebody in the queue as JSON.
@Schema(name = "QueueEntry")
record QueueJson(
        int appointmentId,

        @Schema(description = "The number called out in the waiting room")
        int ticket,

        @Schema(description = "Null where the caller may not know who it is") @Nullable
        Integer patientId,

        @Nullable String patientName,
        @Schema(examples = "WK") String initials,
        int providerId,
        String providerName,
        @Nullable Integer roomId,
        @Nullable String roomName,

        @Schema(enumeration = {"emergency", "elderly", "child", "routine"})
        String priority,

        @Schema(enumeration = {"checked_in", "in_progress"}) String status,

        @Schema(description = "Of the appointment") Instant startTime,
        Instant arrivedAt,

        @Schema(description = "From the arrival until the patient was called in, or until now")
        int waitingMinutes,

        @Schema(description = "Among those who wait, from 1; null once the patient has been called in") @Nullable
        Integer position) {

    static QueueJson of(QueueEntry entry) {
        var patient = entry.patient();
        var room = entry.room();
        return new QueueJson(
                entry.appointment().value(),
                entry.ticket(),
                patient == null ? null : patient.id().value(),
                patient == null ? null : patient.name(),
                entry.initials(),
                entry.provider().id().value(),
                entry.provider().name(),
                room == null ? null : room.id(),
                room == null ? null : room.name(),
                entry.priority().text(),
                entry.status().text(),
                entry.start(),
                entry.arrived(),
                entry.waited(),
                entry.position());
    }

    /// A line on the wall of the waiting room.
    @Schema(name = "QueueScreenLine")
    record Line(
            int ticket,

            @Schema(examples = "WK") String initials,

            @Schema(enumeration = {"waiting", "called"}) String status,

            @Schema(description = "Null for who waits") @Nullable
            Instant calledAt,

            @Nullable String roomName,
            String providerName) {

        static Line of(ScreenLine line) {
            return new Line(
                    line.ticket(),
                    line.initials(),
                    line.called() ? "called" : "waiting",
                    line.calledAt(),
                    line.room(),
                    line.provider());
        }
    }

    /// Whose next patient is to be called in.
    @Schema(name = "QueueCall")
    record Call(
            @Schema(description = "Left out, whichever facility the patient waits at") @Nullable
            Integer facilityId,

            @Schema(description = "Providers may leave it out") @Nullable
            Integer providerId) {

        ProviderId provider(Actor actor) {
            return chosen(providerId, actor).orElseThrow(() -> Query.invalid("provider_id", "required"));
        }

        @Nullable
        FacilityId facility() {
            return facilityId == null ? null : new FacilityId(facilityId);
        }
    }

    /// A patient without an appointment.
    @Schema(name = "NewWalkIn")
    record NewWalkIn(
            @NotNull @Schema(examples = "1") Integer patientId,

            @Schema(description = "Left out, whoever can see the patient soonest; for providers, themselves") @Nullable
            Integer providerId,

            @Schema(description = "Left out, where the provider works; without a provider, the first facility")
            @Nullable
            Integer facilityId,

            @Schema(description = "Left out, a visit of 30 minutes") @Nullable
            Integer appointmentTypeId,

            @Schema(
                    enumeration = {"emergency", "elderly", "child", "routine"},
                    description = "By the patient's age where it is left out")
            @Nullable
            String priority,

            @Schema(description = "With provider_id: although no hours are published then; needs a reason") @Nullable
            Boolean outsideHours,

            @Size(max = 500) @Nullable String reason,

            @Schema(description = "Of the provider; without provider_id only") @Size(max = 100) @OneLine @Nullable
            String cadre,

            @Schema(description = "Of the provider; without provider_id only") @Size(max = 100) @OneLine @Nullable
            String specialization) {

        WalkIn toWalkIn(Actor actor) {
            return new WalkIn(
                    new PatientId(patientId),
                    with(actor),
                    facilityId == null ? null : new FacilityId(facilityId),
                    appointmentTypeId,
                    priority == null
                            ? null
                            : Priority.parse(priority).orElseThrow(() -> Query.invalid("priority", "priority")),
                    reason);
        }

        // What goes with one way of asking only is refused with the other, rather than ignored.
        private WalkIn.With with(Actor actor) {
            boolean beside = Boolean.TRUE.equals(outsideHours);
            var provider = chosen(providerId, actor);
            if (provider.isEmpty()) {
                if (beside) {
                    throw Query.invalid("outside_hours", "with-provider");
                }
                return new WalkIn.Whoever(said(cadre), said(specialization));
            }
            if (said(cadre) != null || said(specialization) != null) {
                throw Query.invalid(said(cadre) == null ? "specialization" : "cadre", "without-provider");
            }
            if (beside && said(reason) == null) {
                throw Query.invalid("reason", "reason-outside-hours");
            }
            return new WalkIn.Chosen(provider.get(), beside);
        }

        private static @Nullable String said(@Nullable String words) {
            return words == null || words.isBlank() ? null : words.strip();
        }
    }

    // Providers mean themselves where they name nobody.
    private static Optional<ProviderId> chosen(@Nullable Integer named, Actor actor) {
        Integer provider = named == null && actor.is(Role.PROVIDER) ? actor.personId() : named;
        return Optional.ofNullable(provider).map(ProviderId::new);
    }

    /// What is told of a walk-in who waits.
    @Schema(name = "WalkInEntered")
    record Entered(
            String message,
            int appointmentId,

            @Schema(description = "The number called out in the waiting room")
            int ticket,

            @Schema(description = "Among those who wait at the facility, from 1")
            int position,

            Instant startTime,
            int providerId) {}
}
