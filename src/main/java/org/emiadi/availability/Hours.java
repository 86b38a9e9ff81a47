package org.emiadi.availability;

import org.emiadi.people.ProviderId;

/// Working hours of a provider (FHIR `Schedule`). They stay with their provider for good.
public record Hours(HoursId id, ProviderId provider, HoursPlan plan, int version) {}
