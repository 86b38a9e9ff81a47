package org.emiadi.people.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.emiadi.people.EmailAddress;
import org.emiadi.people.Gender;
import org.emiadi.people.NationalId;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.http.ReadableText;

/// Text that can be read as what a person has one of. Blank text means that there is none.
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Form.Check.class)
public @interface Form {
    Of value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// What the text is read as; the reading itself is the value type's.
    enum Of {
        PHONE("phone"),
        EMAIL("email"),
        GENDER("gender"),
        NATIONAL_ID("national-id");

        private final String key;

        Of(String key) {
            this.key = key;
        }

        private boolean fits(String text) {
            return switch (this) {
                case PHONE -> PhoneNumber.parse(text).isPresent();
                case EMAIL -> EmailAddress.parse(text).isPresent();
                case GENDER -> Gender.parse(text).isPresent();
                case NATIONAL_ID -> NationalId.parse(text).isPresent();
            };
        }
    }

    /// The check behind [Form].
    final class Check extends ReadableText<Form> {
        private Of form = Of.PHONE;

        @Override
        public void initialize(Form annotation) {
            form = annotation.value();
        }

        @Override
        protected boolean fits(String text) {
            return form.fits(text);
        }

        @Override
        protected String key() {
            return form.key;
        }
    }
}
