package org.emiadi.pages.admin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.emiadi.identity.ResetCodes;
import org.emiadi.identity.User;
import org.emiadi.identity.Users;
import org.emiadi.platform.ClinicTime;
import org.emiadi.web.Frame;
import org.emiadi.web.Pages;

/// The slip with a one-time code, to be printed and handed over.
@Singleton
public class Slips {
    private static final int HALF = 4;

    private final Pages pages;
    private final Office office;
    private final Users users;
    private final ClinicTime time;

    Slips(Pages pages, Office office, Users users, ClinicTime time) {
        this.pages = pages;
        this.office = office;
        this.users = users;
        this.time = time;
    }

    @CheckedTemplate(basePath = "admin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance slip(Frame frame, Slip slip);
    }

    /// What stands on the slip.
    ///
    /// @param name    of the person; the username for whoever is nobody in particular
    /// @param code    in two groups, as it is read out
    /// @param until   day and hour by which it is to be used
    /// @param address of the page on which it is used
    public record Slip(
            int user, String name, String username, String role, String code, String until, String address) {}

    Response show(User user, ResetCodes.Issued issued, UriInfo uri) {
        var names = office.read(tx -> users.names(tx, List.of(user)));
        Integer person = user.personId();
        String code = issued.code();
        var slip = new Slip(
                user.id(),
                person == null ? user.username() : names.getOrDefault(person, user.username()),
                user.username(),
                office.role(user.role()),
                code.substring(0, HALF) + " " + code.substring(HALF),
                office.when().full(issued.expiresAt(), time.zone()),
                Office.address(uri, "/app/forgot"));
        return pages.show(200, Templates.slip(pages.frame(), slip));
    }
}
