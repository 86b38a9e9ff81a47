package org.emiadi.clinic.http;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.http.ReadableText;

/// Text that can be read as a telephone number. Blank text means that there is none.
@Target({ElementType.FIELD, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Telephone.Check.class)
@interface Telephone {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// The check behind [Telephone].
    final class Check extends ReadableText<Telephone> {
        @Override
        protected boolean fits(String text) {
            return PhoneNumber.parse(text).isPresent();
        }

        @Override
        protected String key() {
            return "phone";
        }
    }
}
