package org.emiadi.board.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.board.Away;
import org.emiadi.board.Column;
import org.emiadi.board.DayBoard;
import org.emiadi.board.Held;
import org.emiadi.board.Session;
import org.emiadi.board.Visit;
import org.emiadi.board.WeekBoard;
import org.emiadi.platform.TimeRange;
import org.jspecify.annotations.Nullable;

/// The boards as JSON.
final class BoardJson {
    private BoardJson() {}

    @Schema(name = "DayBoard")
    record Day(
            int facilityId,
            String facilityName,
            @Schema(examples = "Africa/Nairobi") String timeZone,

            @Schema(description = "By the facility's clock") LocalDate date,

            List<ColumnJson> columns) {

        static Day of(DayBoard board) {
            var facility = board.facility();
            return new Day(
                    facility.id().value(),
                    facility.details().name(),
                    facility.zone().getId(),
                    board.day(),
                    board.columns().stream().map(ColumnJson::of).toList());
        }
    }

    @Schema(name = "WeekBoard")
    record Week(
            int providerId,
            String providerName,

            @Schema(examples = "Africa/Nairobi", description = "Of where the provider works; its days are shown")
            String timeZone,

            LocalDate from,

            @Schema(description = "One for each of the seven days")
            List<ColumnJson> columns) {

        static Week of(WeekBoard board) {
            return new Week(
                    board.provider().id().value(),
                    board.provider().name(),
                    board.zone().getId(),
                    board.from(),
                    board.days().stream().map(ColumnJson::of).toList());
        }
    }

    @Schema(name = "BoardColumn")
    record ColumnJson(
            int providerId,
            String providerName,
            String cadre,
            @Nullable String specialization,
            LocalDate date,
            List<SessionJson> sessions,
            List<AwayJson> absences,
            List<VisitJson> visits,

            @Schema(description = "Times that are kept for somebody who has not booked yet")
            List<HeldJson> held) {

        static ColumnJson of(Column column) {
            var provider = column.provider();
            return new ColumnJson(
                    provider.id().value(),
                    provider.name(),
                    provider.cadre(),
                    provider.specialization(),
                    column.day(),
                    column.sessions().stream().map(SessionJson::of).toList(),
                    column.absences().stream().map(AwayJson::of).toList(),
                    column.visits().stream().map(VisitJson::of).toList(),
                    column.held().stream().map(HeldJson::of).toList());
        }
    }

    @Schema(name = "BoardSession", description = "Hours that are published; over midnight, on both days")
    record SessionJson(
            int facilityId,
            String facilityName,
            Instant startTime,
            Instant endTime,

            @Schema(description = "How many patients are seen at a time")
            int capacity,

            @Schema(description = "What absences leave of it")
            List<SpanJson> open) {

        static SessionJson of(Session session) {
            return new SessionJson(
                    session.facility().value(),
                    session.place(),
                    session.during().start(),
                    session.during().end(),
                    session.capacity(),
                    session.open().stream().map(SpanJson::of).toList());
        }
    }

    @Schema(name = "BoardSpan")
    record SpanJson(Instant startTime, Instant endTime) {
        static SpanJson of(TimeRange range) {
            return new SpanJson(range.start(), range.end());
        }
    }

    @Schema(name = "BoardAbsence")
    record AwayJson(
            @Schema(enumeration = {"time_off", "closure", "holiday"})
            String absence,

            int id,

            @Schema(description = "The kind of time off, the reason of the closure, or the holiday")
            String name,

            Instant startTime,
            Instant endTime) {

        static AwayJson of(Away away) {
            var why = away.why();
            return new AwayJson(
                    why.absence().text(),
                    why.id(),
                    why.name(),
                    away.during().start(),
                    away.during().end());
        }
    }

    @Schema(name = "BoardVisit")
    record VisitJson(
            int appointmentId,
            int patientId,
            String patientNumber,
            String patientName,
            Instant startTime,
            Instant endTime,

            @Schema(description = "Which of the provider's places it takes, from 1")
            int place,

            @Schema(
                    enumeration = {
                        "scheduled",
                        "confirmed",
                        "rescheduled",
                        "checked_in",
                        "in_progress",
                        "completed",
                        "no_show"
                    })
            String status,

            @Nullable Integer appointmentTypeId,
            @Nullable String appointmentType,

            @Schema(examples = "#4a3fb5") @Nullable String colour,
            @Nullable String roomName,
            boolean outsideHours,

            @Schema(description = "Whether it needs moving, as somebody is away")
            boolean needsMoving,

            @Schema(description = "Of the queue, once the patient is there") @Nullable
            Integer ticket,

            @Nullable Instant arrivedAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            int version) {

        static VisitJson of(Visit visit) {
            var type = visit.type();
            var presence = visit.presence();
            return new VisitJson(
                    visit.id().value(),
                    visit.patient().id().value(),
                    visit.patient().number(),
                    visit.patient().name(),
                    visit.during().start(),
                    visit.during().end(),
                    visit.lane(),
                    visit.status().text(),
                    type == null ? null : type.id(),
                    type == null ? null : type.name(),
                    type == null ? null : type.colour(),
                    visit.room(),
                    visit.outsideHours(),
                    visit.displaced(),
                    presence.ticket(),
                    presence.arrived(),
                    presence.started(),
                    presence.ended(),
                    visit.version());
        }
    }

    @Schema(name = "BoardHold")
    record HeldJson(
            Instant startTime,
            Instant endTime,

            @Schema(description = "Which of the provider's places it takes, from 1")
            int place,

            @Schema(description = "When it is free again unless it is booked")
            Instant heldUntil) {

        static HeldJson of(Held held) {
            return new HeldJson(held.during().start(), held.during().end(), held.lane(), held.until());
        }
    }
}
