package org.emiadi.people;

/// Somebody who is cared for.
///
/// @param uuid   the identifier that never changes and that other systems may keep
/// @param number as printed on the card: `PAT-001`
public record Patient(PatientId id, String uuid, String number, PersonDetails details, int version) implements Person {

    @Override
    public int personId() {
        return id.value();
    }
}
