package org.emiadi.absences.http;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.emiadi.absences.Displaced;
import org.emiadi.absences.Displacement;

/// An appointment that an absence displaces, as JSON.
@Schema(name = "DisplacedAppointment")
record DisplacedJson(
        int appointmentId,
        int patientId,
        int providerId,
        int facilityId,

        @Schema(description = "The time that counts") Instant startTime,
        Instant endTime,

        @Schema(enumeration = {"scheduled", "confirmed", "rescheduled"})
        String status) {

    static DisplacedJson of(Displaced displaced) {
        return new DisplacedJson(
                displaced.id().value(),
                displaced.patient().value(),
                displaced.provider().value(),
                displaced.facility().value(),
                displaced.during().start(),
                displaced.during().end(),
                displaced.status().text());
    }

    static List<DisplacedJson> of(Displacement displacement) {
        return displacement.first().stream().map(DisplacedJson::of).toList();
    }
}
