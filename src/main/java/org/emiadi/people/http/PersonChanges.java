package org.emiadi.people.http;

import static org.emiadi.platform.http.Patch.kept;
import static org.emiadi.platform.http.Patch.or;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.emiadi.people.EmailAddress;
import org.emiadi.people.Gender;
import org.emiadi.people.NationalId;
import org.emiadi.people.PersonDetails;
import org.emiadi.platform.PhoneNumber;
import org.jspecify.annotations.Nullable;

/// The members that changes of patients and of providers have in common. A member that is null was not sent; one that
/// is an empty [Optional] was sent as null and clears the value.
interface PersonChanges {
    @Nullable
    Optional<String> firstName();

    @Nullable
    Optional<String> lastName();

    @Nullable
    Optional<LocalDate> dateOfBirth();

    @Nullable
    Optional<String> phone();

    @Nullable
    Optional<String> email();

    @Nullable
    Optional<String> gender();

    @Nullable
    Optional<String> nationalId();

    default PersonDetails applyTo(PersonDetails before) {
        return new PersonDetails(
                kept(firstName(), before.firstName()),
                kept(lastName(), before.lastName()),
                or(dateOfBirth(), before.dateOfBirth()),
                or(read(phone(), PhoneNumber::parse), before.phone()),
                or(read(email(), EmailAddress::parse), before.email()),
                or(read(gender(), Gender::parse), before.gender()),
                or(read(nationalId(), NationalId::parse), before.nationalId()));
    }

    private static <T> @Nullable Optional<T> read(
            @Nullable Optional<String> written, Function<String, Optional<T>> parse) {
        return written == null
                ? null
                : written.filter(text -> !text.isBlank())
                        .map(text -> parse.apply(text).orElseThrow());
    }
}
