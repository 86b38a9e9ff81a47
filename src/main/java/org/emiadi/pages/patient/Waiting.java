package org.emiadi.pages.patient;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.platform.Actor;
import org.emiadi.platform.ClinicTime;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;
import org.emiadi.waiting.Entry;
import org.emiadi.waiting.EntryFilter;
import org.emiadi.waiting.EntryStatus;
import org.emiadi.waiting.WaitingList;

/// Reads what a patient waits for.
@Singleton
class Waiting {
    private final WaitingList list;
    private final Providers providers;
    private final Facilities facilities;
    private final AppointmentTypes types;
    private final ClinicTime time;

    Waiting(WaitingList list, Providers providers, Facilities facilities, AppointmentTypes types, ClinicTime time) {
        this.list = list;
        this.providers = providers;
        this.facilities = facilities;
        this.types = types;
        this.time = time;
    }

    /// What is offered to the patient at the moment.
    List<WaitingView> offered(Tx tx, Actor actor) {
        return all(tx, actor).stream().filter(WaitingView::isOffered).toList();
    }

    /// What the patient waits for.
    List<WaitingView> all(Tx tx, Actor actor) {
        var filter =
                new EntryFilter(Optional.of(EntryStatus.WAITING), Optional.empty(), Optional.of(Visits.self(actor)));
        var entries = list.list(tx, actor, filter, Slice.first(WaitingList.MOST_OF_A_PATIENT))
                .rows();
        return entries.isEmpty() ? List.of() : described(tx, entries);
    }

    private List<WaitingView> described(Tx tx, List<Entry> entries) {
        var with = providers.findAll(
                tx, entries.stream().flatMap(Waiting::provider).collect(Collectors.toSet()));
        Map<Integer, Facility> at = facilities.list(tx, Slice.first(Slice.MOST)).rows().stream()
                .collect(Collectors.toMap(facility -> facility.id().value(), Function.identity()));
        Map<Integer, String> what =
                types.list(tx).stream().collect(Collectors.toMap(AppointmentType::id, AppointmentType::name));
        return entries.stream().map(entry -> view(entry, with, at, what)).toList();
    }

    private WaitingView view(
            Entry entry, Map<ProviderId, Provider> with, Map<Integer, Facility> at, Map<Integer, String> what) {
        var offer = entry.offer();
        Facility facility = offer == null ? null : at.get(offer.facility().value());
        return new WaitingView(
                entry,
                what.getOrDefault(entry.wishes().type(), ""),
                provider(entry)
                        .map(id ->
                                Objects.requireNonNull(with.get(id)).details().name())
                        .findFirst()
                        .orElse(null),
                facility == null ? null : facility.details().name(),
                facility == null ? time.zone() : facility.zone());
    }

    // With whom the offered time is; else for whom the patient waits, if for anybody in particular.
    private static Stream<ProviderId> provider(Entry entry) {
        var offer = entry.offer();
        return offer == null ? Stream.ofNullable(entry.wishes().with().provider()) : Stream.of(offer.provider());
    }
}
