package org.emiadi.platform.http;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.lang.annotation.Annotation;
import org.jspecify.annotations.Nullable;

/// The check behind annotations that say what a text can be read as. Blank text means that there is none.
public abstract class ReadableText<A extends Annotation> implements ConstraintValidator<A, String> {

    /// Whether the text can be read.
    protected abstract boolean fits(String text);

    /// Of the sentence that says what would be right, without its `field.` prefix.
    protected abstract String key();

    @Override
    public final boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        if (text == null || text.isBlank() || fits(text)) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(key()).addConstraintViolation();
        return false;
    }
}
