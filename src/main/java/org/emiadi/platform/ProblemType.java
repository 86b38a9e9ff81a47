package org.emiadi.platform;

import java.util.Locale;

/// Every kind of problem that a client can be told of. The names are published: none is ever renamed or removed.
public enum ProblemType {
    UNREADABLE_REQUEST(400),
    SIGN_IN_REQUIRED(401),
    WRONG_CREDENTIALS(401),
    NOT_ALLOWED(403),
    PASSWORD_CHANGE_REQUIRED(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    ALREADY_IN_USE(409),
    PROVIDER_BUSY(409),
    PATIENT_BUSY(409),
    ROOM_BUSY(409),
    OUTSIDE_HOURS(409),
    NOT_OFFERED(409),
    NOBODY_FREE(409),
    WAITS_ALREADY(409),
    NOBODY_WAITING(409),
    HOURS_OVERLAP(409),
    SERIES_CONFLICT(409),
    WAITING_LIST_FULL(409),
    LAST_ADMIN(409),
    HOLIDAY_OF_CALENDAR(409),
    OFFER_GONE(410),
    LOST_UPDATE(412),
    TOO_LARGE(413),
    ADDRESS_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    INVALID_INPUT(422),
    TRANSITION_NOT_ALLOWED(422),
    KEY_USED_DIFFERENTLY(422),
    TOO_MANY_REQUESTS(429),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),
    UNAVAILABLE(503);

    private final int status;

    ProblemType(int status) {
        this.status = status;
    }

    /// The HTTP status that goes with it.
    public int status() {
        return status;
    }

    /// The stable code: `provider-busy`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The value of `type` in a problem document; the server answers at this path with an explanation.
    public String path() {
        return "/problems/" + code();
    }
}
