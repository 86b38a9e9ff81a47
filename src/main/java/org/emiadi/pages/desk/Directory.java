package org.emiadi.pages.desk;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
import org.emiadi.availability.Hours;
import org.emiadi.availability.WorkingHours;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.people.Provider;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.platform.Slice;
import org.emiadi.platform.Tx;

/// Looks up what is chosen from, and what things are called.
@Singleton
final class Directory {
    private final Providers providers;
    private final AppointmentTypes types;
    private final Facilities facilities;
    private final WorkingHours hours;

    Directory(Providers providers, AppointmentTypes types, Facilities facilities, WorkingHours hours) {
        this.providers = providers;
        this.types = types;
        this.facilities = facilities;
        this.hours = hours;
    }

    Names names(Tx tx, Collection<ProviderId> whose) {
        return new Names(providers.names(tx, whose), types.list(tx), facilities(tx));
    }

    List<AppointmentType> types(Tx tx) {
        return types.list(tx);
    }

    /// A choice of more is no choice.
    List<Provider> providers(Tx tx) {
        var everybody = new Providers.Wanted(Optional.empty(), Optional.empty(), Optional.empty());
        return providers.list(tx, everybody, Slice.first(Slice.MOST)).rows();
    }

    /// Where a provider is met on a day, even beside the hours: where they work then, or else where they work at all.
    Facility placeOf(Tx tx, ProviderId provider, LocalDate day) {
        var wanted = new WorkingHours.Wanted(Optional.of(provider), Optional.empty());
        return hours.list(tx, wanted, Slice.first(Slice.MOST)).rows().stream()
                .filter(found -> !hasEnded(found, day))
                .min(Comparator.comparing((Hours found) -> !found.plan().days().holdsOn(day))
                        .thenComparingInt(found -> found.plan().facility().value()))
                .flatMap(found -> facilities.find(tx, found.plan().facility()))
                .orElseGet(() -> facilities.first(tx));
    }

    private static boolean hasEnded(Hours hours, LocalDate day) {
        LocalDate last = hours.plan().days().to();
        return last != null && last.isBefore(day);
    }

    List<Facility> facilities(Tx tx) {
        return facilities.list(tx, Slice.first(Slice.MOST)).rows();
    }
}
