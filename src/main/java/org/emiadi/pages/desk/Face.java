package org.emiadi.pages.desk;

import java.time.LocalDate;
import org.emiadi.people.PersonDetails;
import org.jspecify.annotations.Nullable;

/// A patient in words.
///
/// @param born  with the age; null where it is not known
/// @param phone as one reads it out
record Face(
        int id,
        String name,
        String number,
        @Nullable String born,
        @Nullable String sex,
        @Nullable String phone,
        @Nullable String nationalId,
        @Nullable String email,
        int version) {
    /// What is written of somebody whose day of birth is not known but for the age.
    static LocalDate bornAtAge(int age, LocalDate today) {
        return LocalDate.of(Math.max(today.getYear() - age, PersonDetails.EARLIEST_BIRTH.getYear()), 1, 1);
    }
}
