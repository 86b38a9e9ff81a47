package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.emiadi.absences.Displaced;
import org.emiadi.absences.Displacement;
import org.emiadi.facilities.Facilities;
import org.emiadi.facilities.Facility;
import org.emiadi.facilities.FacilityId;
import org.emiadi.people.Patient;
import org.emiadi.people.PatientId;
import org.emiadi.people.Patients;
import org.emiadi.people.ProviderId;
import org.emiadi.people.Providers;
import org.emiadi.web.Form;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;

/// The page between an absence that was typed and one that is saved: whose visits are in its way.
@Singleton
public class Affected {
    /// What the form says where the reader has seen the page: `save` or `back`.
    static final String STEP = "step";

    private final Pages pages;
    private final Office office;
    private final Patients patients;
    private final Providers providers;
    private final Facilities facilities;

    Affected(Pages pages, Office office, Patients patients, Providers providers, Facilities facilities) {
        this.pages = pages;
        this.office = office;
        this.patients = patients;
        this.providers = providers;
        this.facilities = facilities;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance affected(Frame frame, What what, List<Row> rows, List<Field> kept);
    }

    /// What is about to be saved.
    ///
    /// @param title  of the page
    /// @param text   what was typed, in words
    /// @param action where the form is sent
    /// @param count  how many visits are in its way
    public record What(String title, String text, String action, int count) {}

    /// A visit in its way.
    public record Row(String when, String patient, String provider, int id) {}

    /// A field of the form, which is kept.
    public record Field(String name, String value) {}

    static boolean wasSeen(Form form) {
        return form.text(STEP).equals("save");
    }

    static boolean goesBack(Form form) {
        return form.text(STEP).equals("back");
    }

    Response show(What what, Displacement displaced, Form form, List<String> fields) {
        return pages.show(200, Templates.affected(pages.frame(), what, rows(displaced.first()), kept(form, fields)));
    }

    private List<Row> rows(List<Displaced> displaced) {
        record Known(
                Map<PatientId, Patient> patients,
                Map<ProviderId, String> providers,
                Map<FacilityId, Facility> facilities) {}
        var known = office.write(tx -> new Known(
                patients.several(
                        tx,
                        office.actor(),
                        displaced.stream().map(Displaced::patient).collect(Collectors.toSet())),
                providers.names(tx, displaced.stream().map(Displaced::provider).collect(Collectors.toSet())),
                Office.facilities(tx, facilities).stream().collect(Collectors.toMap(Facility::id, each -> each))));
        var rows = new ArrayList<Row>();
        for (Displaced each : displaced) {
            var facility = known.facilities().get(each.facility());
            var patient = known.patients().get(each.patient());
            rows.add(new Row(
                    facility == null ? "" : office.when().full(each.during().start(), facility.zone()),
                    patient == null ? "" : patient.details().name(),
                    known.providers().getOrDefault(each.provider(), ""),
                    each.id().value()));
        }
        return rows;
    }

    private static List<Field> kept(Form form, List<String> fields) {
        return fields.stream()
                .flatMap(name -> form.all(name).stream().map(value -> new Field(name, value)))
                .toList();
    }
}
