package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.emiadi.clinic.Clinic;
import org.emiadi.clinic.ClinicDetails;
import org.emiadi.clinic.ClinicDetails.WhatToBring;
import org.emiadi.clinic.ClinicOutcome;
import org.emiadi.clinic.ClinicSettings;
import org.emiadi.platform.Messages;
import org.emiadi.platform.PhoneNumber;
import org.emiadi.platform.Role;
import org.emiadi.platform.http.Allowed;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Notice;
import org.emiadi.web.Pages;

/// What is set for the whole clinic.
@Path("/app")
@RunOnVirtualThread
public class SettingsPages {
    private final Pages pages;
    private final Office office;
    private final ClinicSettings settings;

    SettingsPages(Pages pages, Office office, ClinicSettings settings) {
        this.pages = pages;
        this.office = office;
        this.settings = settings;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance settings(Frame frame, Form form);
    }

    @GET
    @Path("admin/settings")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response settings() {
        return show(form(office.read(settings::get)));
    }

    private static Form form(Clinic clinic) {
        var details = clinic.details();
        return Form.empty()
                .with("version", clinic.version())
                .with("name", details.name())
                .with("phone", details.phone() == null ? null : details.phone().readable())
                .with("bring_en", details.bring().english())
                .with("bring_sw", details.bring().swahili())
                .with("idle_minutes", details.idle().toMinutes())
                .with("language", details.language().getLanguage());
    }

    private Response show(Form form) {
        return pages.show(Templates.settings(pages.frame(), form));
    }

    @POST
    @Path("admin/settings")
    @Allowed(Role.ADMIN)
    @Operation(hidden = true)
    public Response save() {
        Form form = pages.form();
        Optional<ClinicDetails> details = read(form);
        if (details.isEmpty()) {
            return show(form);
        }
        return switch (settings.change(office.actor(), Office.version(form), before -> details.get())) {
            case ClinicOutcome.Done done ->
                pages.go("/app/admin/settings", Notice.of(office.shared().saved()));
            case ClinicOutcome.Stale() -> {
                office.stale(form);
                yield show(form);
            }
        };
    }

    private Optional<ClinicDetails> read(Form form) {
        String name = office.line(form, "name", office.officeWords().clinicName(), ClinicDetails.LONGEST_NAME);
        var phone = office.parsed(form, "phone", PhoneNumber::parse, "phone");
        var bring = new WhatToBring(
                office.optional(form, "bring_en", ClinicDetails.LONGEST_WORDS),
                office.optional(form, "bring_sw", ClinicDetails.LONGEST_WORDS));
        int idle = office.number(
                form, "idle_minutes", ClinicDetails.SHORTEST_IDLE_MINUTES, ClinicDetails.LONGEST_IDLE_MINUTES);
        Locale language = Locale.forLanguageTag(form.text("language"));
        if (!Messages.LOCALES.contains(language)) {
            form.wrong("language", office.shared().chooseOne());
        }
        return form.isGood()
                ? Optional.of(new ClinicDetails(name, phone, bring, Duration.ofMinutes(idle), language))
                : Optional.empty();
    }
}
