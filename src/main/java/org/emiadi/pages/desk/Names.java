package org.emiadi.pages.desk;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.emiadi.appointments.AppointmentType;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.ProviderId;
import org.jspecify.annotations.Nullable;

/// What things are called on a page.
final class Names {
    private final Map<ProviderId, String> providers;
    private final Map<Integer, String> types;
    private final Map<Integer, Facility> facilities;

    Names(Map<ProviderId, String> providers, List<AppointmentType> types, List<Facility> facilities) {
        this.providers = Map.copyOf(providers);
        this.types = types.stream()
                .collect(Collectors.toMap(
                        AppointmentType::id, type -> type.details().name()));
        this.facilities = facilities.stream()
                .collect(Collectors.toMap(facility -> facility.id().value(), Function.identity()));
    }

    String provider(ProviderId id) {
        return providers.getOrDefault(id, "");
    }

    String type(@Nullable Integer id) {
        return id == null ? "" : types.getOrDefault(id, "");
    }

    /// Null where there is one only, and nobody asks.
    @Nullable
    String facility(int id) {
        Facility facility = facilities.get(id);
        return facilities.size() < 2 || facility == null
                ? null
                : facility.details().name();
    }

    /// Of the clock on the wall of the facility.
    ZoneId zone(FacilityId id, ZoneId otherwise) {
        Facility facility = facilities.get(id.value());
        return facility == null ? otherwise : facility.zone();
    }
}
