package org.emiadi.pages.reports;

/// Whether a difference between shares is one, or just chance. Two of three is not twice as many as one of three.
final class Likelihood {
    /// Below so many nothing is said of a share.
    static final int FEW = 10;

    /// In standard deviations: one in twenty is wrong.
    private static final double CLEAR = 1.96;

    private Likelihood() {}

    /// Whether `part` of `whole` is more than `share`, by the lower end of the interval of Wilson.
    static boolean isClearlyMore(int part, int whole, double share) {
        if (whole < FEW) {
            return false;
        }
        double found = (double) part / whole;
        double square = CLEAR * CLEAR;
        double middle = found + square / (2 * whole);
        double spread = CLEAR * Math.sqrt((found * (1 - found) + square / (4 * whole)) / whole);
        return (middle - spread) / (1 + square / whole) > share;
    }

    /// Positive where one share is clearly more than the other, negative where it is clearly less, else 0.
    static int compare(int part, int whole, int otherPart, int otherWhole) {
        if (whole < FEW || otherWhole < FEW) {
            return 0;
        }
        double pooled = (double) (part + otherPart) / (whole + otherWhole);
        double deviation = Math.sqrt(pooled * (1 - pooled) * (1.0 / whole + 1.0 / otherWhole));
        double difference = (double) part / whole - (double) otherPart / otherWhole;
        return Math.abs(difference) <= CLEAR * deviation ? 0 : (int) Math.signum(difference);
    }
}
