package org.emiadi.insurance;

import org.emiadi.people.PatientId;

/// An insurance cover (FHIR `Coverage`).
public record Cover(int id, PatientId patient, CoverDetails details, int version) {}
