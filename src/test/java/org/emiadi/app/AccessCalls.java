package org.emiadi.app;

import java.util.Optional;
import java.util.UUID;
import org.emiadi.app.Clinic.Party;
import org.emiadi.identity.http.TestUsers;
import org.emiadi.platform.Role;
import org.jspecify.annotations.Nullable;

/// How each route is called well, so that only who calls decides what comes of it. Each call gets things of its own,
/// as some calls use them up.
final class AccessCalls {
    private static final int NO_SUCH_ID = 999_999_999;

    private final Clinic clinic;

    AccessCalls(Clinic clinic) {
        this.clinic = clinic;
    }

    /// On what a route is called.
    enum On {
        OWN,
        FOREIGN,
        ABSENT
    }

    /// A request, but for who makes it.
    ///
    /// @param id    stands where the path has a parameter
    /// @param query follows the path
    record Call(@Nullable Object id, @Nullable String body, String query) {
        Call(@Nullable Object id, @Nullable String body) {
            this(id, body, "");
        }

        static Call without() {
            return new Call(null, null);
        }

        static Call query(String query) {
            return new Call(null, null, query);
        }

        static Call body(String json) {
            return new Call(null, json);
        }

        static Call id(Object id) {
            return new Call(id, null);
        }
    }

    /// Empty where nobody has said yet how to call the route, or where there is nothing foreign or absent about it.
    Optional<Call> call(String route, On on) {
        return onThings(route, on).or(() -> on == On.OWN ? onNothing(route) : Optional.empty());
    }

    private Optional<Call> onNothing(String route) {
        return Optional.ofNullable(
                switch (route) {
                    case "GET /.well-known/jwks.json",
                            "GET /appointment-types",
                            "GET /appointments",
                            "GET /audit",
                            "GET /audit.csv",
                            "GET /auth/me",
                            "GET /board/day",
                            "GET /facilities",
                            "GET /holidays",
                            "GET /insurance",
                            "GET /medical-records",
                            "GET /medical-records/drafts",
                            "GET /patients",
                            "GET /providers",
                            "GET /settings",
                            "GET /setup",
                            "GET /reports/appointments",
                            "GET /reports/capacity",
                            "GET /reports/waiting",
                            "GET /users",
                            "GET /waiting-list",
                            "POST /auth/logout",
                            "POST /auth/logout-everywhere" -> Call.without();
                    case "GET /slots", "GET /slots/first" ->
                        Call.query("?type=1&provider_id=" + clinic.providerWithHours());
                    case "GET /slots/days" ->
                        Call.query("?type=1&month=%s&provider_id=%d"
                                .formatted(clinic.nextMonth(), clinic.providerWithHours()));
                    case "POST /appointment-types" -> Call.body(named());
                    case "POST /facilities" -> Call.body("""
                            {"name": "%s", "country": "KE", "time_zone": "Africa/Nairobi"}""".formatted(UUID.randomUUID()));
                    case "GET /queue", "GET /queue/screen" -> {
                        clinic.waiting(clinic.own);
                        yield Call.without();
                    }
                    case "GET /working-hours" -> {
                        hours(On.OWN);
                        yield Call.without();
                    }
                    case "POST /patients", "POST /patients/duplicates" -> Call.body("""
                            {"first_name": "Achieng", "last_name": "Otieno"}""");
                    case "POST /providers" -> Call.body("""
                            {"first_name": "Mwangi", "last_name": "Njoroge", "cadre": "Nurse"}""");
                    case "POST /auth/register-user" -> Call.body("""
                            {"username": "%s", "password": "tumaini la kesho", "role": "receptionist"}""".formatted(UUID.randomUUID()));
                    case "PATCH /settings" -> Call.body("{\"idle_minutes\": 20}");
                    case "POST /closures" -> Call.body(Clinic.CLOSURE);
                    case "POST /holidays" -> Call.body(clinic.holiday());
                    case "GET /closures" -> {
                        clinic.closure();
                        yield Call.without();
                    }
                    case "GET /time-off", "GET /needs-moving" -> {
                        clinic.displacedVisit(clinic.own);
                        yield Call.without();
                    }
                    default -> signIn(route);
                });
    }

    private @Nullable Call signIn(String route) {
        return switch (route) {
            case "POST /auth/login" -> Call.body("""
                    {"username": "%s", "password": "%s"}""".formatted(newUser(), TestUsers.PASSWORD));
            case "POST /auth/password" -> Call.body("""
                    {"current_password": "%s", "new_password": "asubuhi njema sana"}""".formatted(TestUsers.PASSWORD));
            case "POST /auth/refresh" ->
                Call.body("""
                    {"refresh_token": "%s"}""".formatted(
                                TestUsers.signedIn(Role.RECEPTIONIST, null).refreshToken()));
            case "POST /auth/reset" -> {
                String user = newUser();
                yield Call.body("""
                        {"username": "%s", "code": "%s", "password": "asubuhi njema sana"}""".formatted(user, clinic.resetCode(user)));
            }
            default -> null;
        };
    }

    private static String newUser() {
        return TestUsers.registered(Role.RECEPTIONIST, null);
    }

    private static String named() {
        return "{\"name\": \"" + UUID.randomUUID() + "\"}";
    }

    private Optional<Call> onThings(String route, On on) {
        return Optional.ofNullable(
                switch (route) {
                    case "GET /patients/{id}",
                            "GET /patients/{id}/accesses",
                            "GET /appointments/patient/{id}",
                            "GET /insurance/patient/{id}",
                            "GET /medical-records/patient/{id}" -> Call.id(patient(on));
                    case "PATCH /patients/{id}" -> new Call(patient(on), "{\"first_name\": \"Wanjiku\"}");
                    case "GET /providers/{id}" -> Call.id(provider(on));
                    case "PATCH /providers/{id}" -> new Call(provider(on), "{\"cadre\": \"Nurse\"}");
                    case "POST /auth/reset-code" -> Call.body("{\"username\": \"" + username(on) + "\"}");
                    case "POST /users/invitations" ->
                        Call.body("{\"role\": \"patient\", \"person_id\": " + newPatient(on) + "}");
                    case "PATCH /users/{id}" -> new Call(user(on), "{\"role\": \"patient\"}");
                    case "GET /appointment-types/{id}" ->
                        on == On.FOREIGN ? null : Call.id(on == On.OWN ? 1 : NO_SUCH_ID);
                    case "PATCH /appointment-types/{id}" ->
                        on == On.FOREIGN
                                ? null
                                : new Call(on == On.OWN ? 1 : NO_SUCH_ID, "{\"name\": \"Consultation\"}");
                    default ->
                        Optional.ofNullable(onVisits(route, on))
                                .or(() -> Optional.ofNullable(onPlaces(route, on)))
                                .orElseGet(() -> onAbsences(route, on));
                });
    }

    // Nobody owns a place, so there is nothing foreign about one.
    private @Nullable Call onPlaces(String route, On on) {
        boolean ofNobody = route.contains("/facilities/") || route.contains("/rooms/");
        if (ofNobody && on == On.FOREIGN) {
            return null;
        }
        return switch (route) {
            case "GET /facilities/{id}", "GET /facilities/{id}/rooms" -> Call.id(facility(on));
            case "PATCH /facilities/{id}" -> new Call(facility(on), "{\"county\": \"Kisumu\"}");
            case "POST /facilities/{id}/rooms" -> new Call(facility(on), named());
            case "GET /rooms/{id}" -> Call.id(room(on));
            case "PATCH /rooms/{id}" -> new Call(room(on), named());
            case "POST /working-hours" -> Call.body(clinic.session(provider(on)));
            case "GET /working-hours/{id}", "DELETE /working-hours/{id}" -> Call.id(hours(on));
            case "PATCH /working-hours/{id}" -> new Call(hours(on), "{\"capacity\": 3}");
            default -> null;
        };
    }

    private @Nullable Call onAbsences(String route, On on) {
        return switch (route) {
            case "GET /closures/{id}", "DELETE /closures/{id}" ->
                on == On.FOREIGN ? null : Call.id(on == On.OWN ? clinic.closure() : NO_SUCH_ID);
            case "PATCH /holidays/{id}" ->
                on == On.FOREIGN
                        ? null
                        : new Call(on == On.OWN ? clinic.newHoliday() : NO_SUCH_ID, "{\"observed\": true}");
            case "DELETE /holidays/{id}" ->
                on == On.FOREIGN ? null : Call.id(on == On.OWN ? clinic.newHoliday() : NO_SUCH_ID);
            case "POST /time-off" -> Call.body(Clinic.leave(provider(on)));
            case "GET /time-off/{id}", "DELETE /time-off/{id}" ->
                Call.id(on(on).map(clinic::timeOff).orElse(NO_SUCH_ID));
            case "POST /appointments/{id}/keep" -> new Call(comingVisit(on), "{\"reason\": \"Somebody stands in\"}");
            case "POST /needs-moving/cancellation" ->
                Call.body("{\"appointment_ids\": [%d], \"reason\": \"On leave\"}"
                        .formatted(on(on).map(clinic::displacedVisit).orElse(NO_SUCH_ID)));
            default -> null;
        };
    }

    private @Nullable Call onVisits(String route, On on) {
        return switch (route) {
            case "POST /appointments" -> Call.body(clinic.comingBooking(patient(on), provider(on)));
            case "POST /appointments/series", "POST /appointments/series/preview" ->
                Call.body(clinic.seriesBooking(patient(on), provider(on)));
            case "GET /appointments/series/{id}" -> Call.id(series(on));
            case "POST /appointments/series/{id}/cancellation" -> new Call(series(on), "{\"reason\": \"Moves away\"}");
            case "GET /appointments/{id}", "GET /appointments/{id}/history", "GET /appointments/{id}/calendar" ->
                Call.id(comingVisit(on));
            case "PATCH /appointments/{id}" -> new Call(comingVisit(on), "{\"cover_id\": null}");
            case "PATCH /appointments/{id}/status" -> new Call(comingVisit(on), "{\"status\": \"cancelled\"}");
            case "GET /patients/{id}/attendance" -> {
                on(on).ifPresent(clinic::comingVisit);
                yield Call.id(patient(on));
            }
            case "GET /board/week" -> Call.query("?provider_id=" + provider(on));
            case "POST /queue/walk-ins" -> Call.body(clinic.walkIn(newPatient(on), provider(on)));
            case "POST /queue/call" -> {
                on(on).ifPresent(clinic::waiting);
                yield Call.body("{\"provider_id\": " + provider(on) + "}");
            }
            case "POST /holds" -> Call.body(clinic.slot(patient(on), provider(on)));
            case "GET /holds/{id}", "DELETE /holds/{id}" -> Call.id(hold(on));
            case "POST /insurance" -> Call.body(Clinic.card(patient(on)));
            case "GET /insurance/{id}", "DELETE /insurance/{id}" -> Call.id(cover(on));
            case "PUT /insurance/{id}" -> new Call(cover(on), "{\"provider_name\": \"Jubilee\"}");
            case "POST /medical-records" -> Call.body(Clinic.findings(pastVisit(on)));
            case "PUT /medical-records/drafts/{id}" -> new Call(pastVisit(on), "{\"notes\": \"Coughs\"}");
            case "GET /medical-records/drafts/{id}", "DELETE /medical-records/drafts/{id}" ->
                Call.id(visitWithDraft(on));
            case "GET /medical-records/{id}", "DELETE /medical-records/{id}" -> Call.id(record(on));
            case "PATCH /medical-records/{id}" -> new Call(record(on), "{\"notes\": \"Recovering\"}");
            case "GET /medical-records/appointment/{id}" -> Call.id(visitWithRecord(on));
            default -> onWaitingList(route, on);
        };
    }

    private @Nullable Call onWaitingList(String route, On on) {
        return switch (route) {
            case "POST /waiting-list" -> Call.body(Clinic.wishes(patient(on), provider(on)));
            case "GET /waiting-list/{id}",
                    "GET /waiting-list/{id}/offer",
                    "DELETE /waiting-list/{id}",
                    "POST /waiting-list/{id}/acceptance",
                    "POST /waiting-list/{id}/refusal" -> Call.id(offer(on));
            default -> null;
        };
    }

    private int patient(On on) {
        return on(on).map(party -> party.patientId).orElse(NO_SUCH_ID);
    }

    // Nobody waits twice for the same provider.
    private int newPatient(On on) {
        return on == On.ABSENT ? NO_SUCH_ID : clinic.newPatient();
    }

    private int provider(On on) {
        return on(on).map(party -> party.providerId).orElse(NO_SUCH_ID);
    }

    private String username(On on) {
        return on(on).map(party -> party.patient.user().username()).orElse("nobody-of-that-name");
    }

    private int user(On on) {
        return on(on).map(party -> party.patient.user().id()).orElse(NO_SUCH_ID);
    }

    private int comingVisit(On on) {
        return on(on).map(clinic::comingVisit).orElse(NO_SUCH_ID);
    }

    private int series(On on) {
        return on(on).map(clinic::series).orElse(NO_SUCH_ID);
    }

    // A hold is its user's; these are the patient's.
    private int hold(On on) {
        return on(on).map(party -> clinic.holdOf(party.patient, party)).orElse(NO_SUCH_ID);
    }

    private int offer(On on) {
        return on(on).map(clinic::entryWithOffer).orElse(NO_SUCH_ID);
    }

    private int pastVisit(On on) {
        return on(on).map(clinic::pastVisit).orElse(NO_SUCH_ID);
    }

    private int visitWithRecord(On on) {
        return on(on).map(party -> {
                    int visit = clinic.pastVisit(party);
                    clinic.recordOf(party, visit);
                    return visit;
                })
                .orElse(NO_SUCH_ID);
    }

    private int visitWithDraft(On on) {
        return on(on).map(party -> clinic.draftOf(party, clinic.pastVisit(party)))
                .orElse(NO_SUCH_ID);
    }

    private int cover(On on) {
        return on(on).map(clinic::cover).orElse(NO_SUCH_ID);
    }

    private int record(On on) {
        return on(on).map(party -> clinic.recordOf(party, clinic.pastVisit(party)))
                .orElse(NO_SUCH_ID);
    }

    private int hours(On on) {
        return on(on).map(clinic::hours).orElse(NO_SUCH_ID);
    }

    private int facility(On on) {
        return on(on).map(party -> clinic.facilityWithRoom).orElse(NO_SUCH_ID);
    }

    private int room(On on) {
        return on(on).map(party -> clinic.room).orElse(NO_SUCH_ID);
    }

    private Optional<Party> on(On on) {
        return switch (on) {
            case OWN -> Optional.of(clinic.own);
            case FOREIGN -> Optional.of(clinic.foreign);
            case ABSENT -> Optional.empty();
        };
    }
}
