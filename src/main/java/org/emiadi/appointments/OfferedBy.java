package org.emiadi.appointments;

import java.util.List;

/// Which providers offer a type: those of one of the cadres or specializations, case aside; everybody where neither
/// is named.
public record OfferedBy(List<String> cadres, List<String> specializations) {
    public static final OfferedBy ALL = new OfferedBy(List.of(), List.of());

    public OfferedBy {
        cadres = cadres.stream().map(String::strip).distinct().toList();
        specializations = specializations.stream().map(String::strip).distinct().toList();
    }
}
