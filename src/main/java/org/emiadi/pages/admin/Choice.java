package org.emiadi.pages.admin;

/// Something to choose, with the words for it.
public record Choice(String value, String label) {}
