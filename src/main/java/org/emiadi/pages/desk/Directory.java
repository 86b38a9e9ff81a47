package org.emiadi.pages.desk;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.appointments.AppointmentTypes;
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

    Directory(Providers providers, AppointmentTypes types, Facilities facilities) {
        this.providers = providers;
        this.types = types;
        this.facilities = facilities;
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

    private List<Facility> facilities(Tx tx) {
        return facilities.list(tx, Slice.first(Slice.MOST)).rows();
    }
}
