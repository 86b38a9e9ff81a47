package org.emiadi.pages.patient.booking;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.emiadi.appointments.Appointment;
import org.emiadi.appointments.TimeRefusal;
import org.emiadi.pages.patient.booking.FreeHours.Asked;
import org.emiadi.platform.Database;
import org.emiadi.slots.Slot;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;
import org.jspecify.annotations.Nullable;

/// The page for whoever cannot have the hour: it says why, keeps what was answered, and has the nearest three hours one
/// tap away.
@Singleton
class Gone {
    private static final int NEAREST = 3;

    private final Database database;
    private final Pages pages;
    private final FreeHours hours;

    Gone(Database database, Pages pages, FreeHours hours) {
        this.database = database;
        this.pages = pages;
        this.hours = hours;
    }

    @CheckedTemplate(basePath = "booking")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance gone(Frame frame, Told told);
    }

    /// What the page tells.
    ///
    /// @param other  the patient's own appointment that is in the way; null for none
    /// @param action path that the forms of the nearest hours go to
    /// @param cover  that was chosen; empty for none
    /// @param version of the visit that is moved; empty where one is booked
    /// @param back   path of all hours
    public record Told(
            String title,
            @Nullable Appointment other,
            List<Slot> nearest,
            String action,
            int type,
            String cover,
            String version,
            String back) {
        public boolean isMove() {
            return !version.isEmpty();
        }
    }

    /// What was asked for in vain.
    ///
    /// @param action where to ask again
    /// @param back   to all hours
    record Wanted(Asked asked, Instant start, String action, String back) {}

    Response page(Wanted wanted, TimeRefusal why) {
        List<Slot> nearest =
                database.read(tx -> hours.nearest(tx, pages.actor(), wanted.asked(), wanted.start(), NEAREST));
        var words = pages.words(BookingWords.class);
        var told = new Told(
                title(why, words),
                why instanceof TimeRefusal.PatientBusy(Optional<Appointment> other) ? other.orElse(null) : null,
                nearest,
                wanted.action(),
                wanted.asked().type(),
                pages.form().text("cover"),
                pages.form().text("version"),
                wanted.back());
        return pages.show(Response.Status.CONFLICT.getStatusCode(), Templates.gone(pages.frame(), told));
    }

    private static String title(TimeRefusal why, BookingWords words) {
        return switch (why) {
            case TimeRefusal.ProviderBusy _, TimeRefusal.Held _, TimeRefusal.RoomBusy _, TimeRefusal.NotOffered _ ->
                words.taken();
            case TimeRefusal.PatientBusy _ -> words.patientBusy();
            case TimeRefusal.OutsideHours _, TimeRefusal.StaffOnly _ -> words.notOffered();
            case TimeRefusal.InThePast _ -> words.inThePast();
        };
    }
}
