package org.emiadi.waiting.http;

import jakarta.ws.rs.QueryParam;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.emiadi.appointments.AppointmentId;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.PatientId;
import org.emiadi.people.ProviderId;
import org.emiadi.platform.Actor;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Query;
import org.emiadi.waiting.EntryFilter;
import org.emiadi.waiting.EntryStatus;
import org.emiadi.waiting.Wishes;
import org.jspecify.annotations.Nullable;

/// Reads what clients send about the waiting list. What cannot be read is a problem that names the member.
final class WaitingInput {
    private WaitingInput() {}

    /// The query parameters of the list.
    record Filter(
            @QueryParam("status") @Nullable String status,
            @QueryParam("provider_id") @Nullable String providerId,
            @QueryParam("patient_id") @Nullable String patientId) {}

    static EntryFilter filter(Filter filter) {
        return new EntryFilter(
                Query.text("status", filter.status())
                        .map(text -> EntryStatus.parse(text)
                                .orElseThrow(() -> Query.invalid("status", "waiting-list-status"))),
                Query.integer("provider_id", filter.providerId()).map(ProviderId::new),
                Query.integer("patient_id", filter.patientId()).map(PatientId::new));
    }

    static Wishes wishes(EntryJson.New wanted, Actor actor) {
        Integer patient = wanted.patientId() == null && actor.is(Role.PATIENT) ? actor.personId() : wanted.patientId();
        if (patient == null) {
            throw Query.invalid("patient_id", "required");
        }
        Integer provider = wanted.providerId();
        Integer facility = wanted.facilityId();
        Integer appointment = wanted.appointmentId();
        return new Wishes(
                new PatientId(patient),
                wanted.appointmentTypeId(),
                new Wishes.With(
                        provider == null ? null : new ProviderId(provider),
                        text("cadre", wanted.cadre()),
                        text("specialization", wanted.specialization()),
                        facility == null ? null : new FacilityId(facility)),
                when(wanted),
                appointment == null ? null : new AppointmentId(appointment));
    }

    private static @Nullable String text(String member, @Nullable String given) {
        return Query.text(member, given).orElse(null);
    }

    private static Wishes.When when(EntryJson.New wanted) {
        LocalTime from = time(wanted.fromTime());
        LocalTime to = time(wanted.toTime());
        if (from != null && to != null && !to.isAfter(from)) {
            throw Query.invalid("to_time", "end-after-start");
        }
        Set<DayOfWeek> weekdays = Optional.ofNullable(wanted.weekdays()).stream()
                .flatMap(List::stream)
                .map(DayOfWeek::of)
                .collect(Collectors.toUnmodifiableSet());
        return new Wishes.When(wanted.earliestDate(), wanted.latestDate(), weekdays, from, to);
    }

    private static @Nullable LocalTime time(@Nullable String text) {
        return text == null ? null : LocalTime.parse(text);
    }
}
