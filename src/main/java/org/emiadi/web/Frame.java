package org.emiadi.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.emiadi.clinic.ClinicDetails;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// What the shell needs to know to draw itself around a page; every template of a page has it as `frame`.
///
/// @param locale  of the reader
/// @param path    of this page, with its query, to come back to
/// @param visitor null for whoever has not signed in
/// @param notice  of what was just done; null for nothing
public record Frame(
        Locale locale,
        String path,
        ClinicDetails clinic,
        @Nullable Visitor visitor,
        List<Menu.Entry> menu,
        @Nullable Notice notice,
        Form form,
        Assets assets) {

    /// Who has signed in.
    ///
    /// @param csrf        token for the forms of this page
    /// @param idleSeconds until the sign-in is idle; 0 for never
    /// @param shortcuts   whether single keys are shortcuts
    public record Visitor(String username, Role role, String csrf, long idleSeconds, boolean shortcuts) {
        public boolean isStaff() {
            return role != Role.PATIENT;
        }
    }

    /// `en` or `sw`.
    public String language() {
        return locale.getLanguage();
    }

    public When when() {
        return When.in(locale);
    }

    /// The token that each form of this page carries; empty where nobody has signed in.
    public String csrf() {
        return visitor == null ? "" : visitor.csrf();
    }

    public boolean isForStaff() {
        return visitor != null && visitor.isStaff();
    }

    /// Whom to ring; null where the clinic tells no number.
    public @Nullable String phone() {
        return phoneOf(clinic);
    }

    static @Nullable String phoneOf(ClinicDetails clinic) {
        PhoneNumber phone = clinic.phone();
        return phone == null ? null : phone.readable();
    }

    /// This page in an address, to come back to.
    public String back() {
        return URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /// Whether the page shows a form again because something in it is wrong.
    public boolean hasErrors() {
        return !form.isGood();
    }

    /// The address of a file of `src/main/resources/web`, which changes with its content.
    public String asset(String name) {
        return assets.path(name);
    }
}
