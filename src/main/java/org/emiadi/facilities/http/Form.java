package org.emiadi.facilities.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.emiadi.facilities.CountryCode;
import org.emiadi.facilities.FacilityDetails;
import org.emiadi.facilities.MflCode;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.http.ReadableText;

/// Text that can be read as what a facility has one of. Blank text means that there is none.
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Form.Check.class)
@interface Form {
    Of value();

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// What the text is read as; the reading itself is the value type's.
    enum Of {
        MFL_CODE("mfl-code"),
        COUNTRY("country"),
        PHONE("phone"),
        TIME_ZONE("time-zone");

        private final String key;

        Of(String key) {
            this.key = key;
        }

        private boolean fits(String text) {
            return switch (this) {
                case MFL_CODE -> MflCode.parse(text).isPresent();
                case COUNTRY -> CountryCode.parse(text).isPresent();
                case PHONE -> PhoneNumber.parse(text).isPresent();
                case TIME_ZONE -> FacilityDetails.zone(text).isPresent();
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
