package org.emiadi.pages.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.emiadi.people.EmailAddress;
import org.emiadi.people.Gender;
import org.emiadi.people.NationalId;
import org.emiadi.people.PersonDetails;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.web.Form;
import org.emiadi.web.Words;
import org.jspecify.annotations.Nullable;

/// Reads what the desk types about a person, and writes it into a form to be changed.
final class PersonForm {
    private static final int LONGEST = 120;
    private static final int OLDEST = 120;

    private final Form form;
    private final DeskWords words;
    private final Words common;
    private final LocalDate today;

    PersonForm(Form form, DeskWords words, Words common, LocalDate today) {
        this.form = form;
        this.words = words;
        this.common = common;
        this.today = today;
    }

    /// Empty where something is wrong; the form then says what.
    ///
    /// @param all whether everything must be said that is asked of somebody new
    Optional<PersonDetails> read(boolean all) {
        String first = name("first_name", words.enterFirstName());
        String last = name("last_name", words.enterLastName());
        Gender gender = form.given("gender").flatMap(Gender::parse).orElse(null);
        if (gender == null && all) {
            form.wrong("gender", words.chooseSex());
        }
        LocalDate born = born(all);
        PhoneNumber phone = phone(all);
        NationalId nationalId = parsed("national_id", NationalId::parse, words.enterNationalId());
        EmailAddress email = parsed("email", EmailAddress::parse, words.enterEmail());
        return form.isGood()
                ? Optional.of(new PersonDetails(first, last, born, phone, email, gender, nationalId))
                : Optional.empty();
    }

    private String name(String field, String sentence) {
        String name = form.required(field, sentence).replaceAll("\\p{Cntrl}", " ");
        if (name.length() > LONGEST) {
            form.wrong(field, words.tooLong(LONGEST));
        }
        return name;
    }

    // Many know how old they are and not the day.
    private @Nullable LocalDate born(boolean all) {
        if (form.has("date_of_birth")) {
            var date = form.date("date_of_birth")
                    .filter(day -> !day.isAfter(today) && !day.isBefore(PersonDetails.EARLIEST_BIRTH));
            if (date.isEmpty()) {
                form.wrong("date_of_birth", common.enterDate());
            }
            return date.orElse(null);
        }
        if (form.has("age")) {
            int age = form.number("age").orElse(Integer.MAX_VALUE);
            if (age > OLDEST) {
                form.wrong("age", words.enterAge());
                return null;
            }
            return Face.bornAtAge(age, today);
        }
        if (all) {
            form.wrong("date_of_birth", words.enterBirthOrAge());
        }
        return null;
    }

    // A phone belongs to one person, so a child who is reached by a parent's has none.
    private @Nullable PhoneNumber phone(boolean all) {
        if (!form.has("phone")) {
            if (all && !form.has("no_phone")) {
                form.wrong("phone", words.enterPhoneOrNone());
            }
            return null;
        }
        return parsed("phone", PhoneNumber::parse, common.enterPhone());
    }

    private <T> @Nullable T parsed(String field, Function<String, Optional<T>> parse, String sentence) {
        if (!form.has(field)) {
            return null;
        }
        var value = parse.apply(form.text(field));
        if (value.isEmpty()) {
            form.wrong(field, sentence);
        }
        return value.orElse(null);
    }

    /// What is known, in the fields.
    static Form of(PersonDetails details) {
        var phone = details.phone();
        var email = details.email();
        var gender = details.gender();
        var nationalId = details.nationalId();
        return Form.empty()
                .with("first_name", details.firstName())
                .with("last_name", details.lastName())
                .with("gender", gender == null ? null : gender.code())
                .with("date_of_birth", details.dateOfBirth())
                .with("phone", phone == null ? null : phone.readable())
                .with("email", email == null ? null : email.value())
                .with("national_id", nationalId == null ? null : nationalId.value());
    }

    /// What was searched for in vain, where it belongs in the form of somebody new.
    static Form ofSearch(String typed) {
        if (PhoneNumber.parse(typed).isPresent()) {
            return Form.empty().with("phone", typed);
        }
        if (typed.chars().anyMatch(Character::isDigit)) {
            return NationalId.parse(typed).isPresent() ? Form.empty().with("national_id", typed) : Form.empty();
        }
        String[] names = typed.split("\\s+", 2);
        return Form.empty().with("first_name", names[0]).with("last_name", names.length > 1 ? names[1] : null);
    }
}
