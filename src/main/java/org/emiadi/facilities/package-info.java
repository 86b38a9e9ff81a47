/// Where care takes place: facilities, and the consulting rooms in them.
/// Always true: there is at least one facility; each has a time zone that Java and PostgreSQL both know; names are
/// unique, case aside, those of rooms within their facility.
/// Start at [Facilities]; what describes one is [FacilityDetails].
@NullMarked
package org.emiadi.facilities;

import org.jspecify.annotations.NullMarked;
