package org.emiadi.people;

/// The number of a patient in our tables and addresses; not the patient number on the card.
public record PatientId(int value) {}
