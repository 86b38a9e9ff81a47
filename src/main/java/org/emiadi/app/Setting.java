package org.emiadi.app;

/// Every setting there is; docs/settings.md shows this list. Each comes from the environment or from a file `.env` in
/// the working directory, where the environment wins. None is ever given on the command line, where others could read
/// it.
public enum Setting {
    PORT("5000", "Port on which the server answers.", "8080"),
    MIADI_DATA_DIR(
            "`$XDG_DATA_HOME/e-miadi` or `~/.local/share/e-miadi` on Linux, `~/Library/Application Support/e-miadi` on"
                    + " macOS, `%LOCALAPPDATA%\\e-miadi` on Windows",
            "Folder for the database, the passwords and the signing key. Only its owner may read it.", "/srv/e-miadi"),
    DATABASE_URL(
            "none: the built-in PostgreSQL",
            "Your own PostgreSQL 15 to 18, as `postgresql://…` (several hosts too) or as a JDBC url.",
            "postgresql://miadi:secret@db.example.org:5432/miadi?sslmode=verify-full"),
    MIADI_ADMIN_USERNAME("admin", "Name of the first admin, made at the first start.", "wanjiru"),
    MIADI_ADMIN_PASSWORD(
            "none: a random one, printed once at the first start",
            "Password of the first admin, 10 characters or more.",
            "correct horse battery"),
    MIADI_ZONE("Africa/Nairobi", "Time zone of the clinic, from the IANA list.", "Africa/Kampala"),
    MIADI_CORS_ORIGINS(
            "none",
            "Web pages of other origins that may call the API, with commas in between.",
            "https://booking.example.org,https://kiosk.example.org"),
    MIADI_RATE_LIMIT("on", "`off` takes the limits off, for load tests only.", "off"),
    MIADI_MOST_REQUESTS(
            "2000",
            "Requests that may be there at once, those that wait for their turn included. One more is answered with 503"
                    + " and `Retry-After`, at once.",
            "500"),
    MIADI_KEY_FILE(
            "`signing.key` in the data folder, made at the first start",
            "Key that signs access tokens, as a JWK set. Each server may have its own.",
            "/run/secrets/miadi-key"),
    MIADI_ISSUER(
            "http://localhost:PORT",
            "Address at which people reach the clinic; it is written into access tokens, so servers on one database need the same."
                    + " Where it begins with `https:`, browsers send their cookie by https only.",
            "https://miadi.example.org"),
    MIADI_JAVA_OPTS(
            "-Xms64m -Xmx512m",
            "Options for Java, read by the launcher `./miadi` from the environment only. Without another `-XX:+Use…GC`"
                    + " among them, `-XX:+UseSerialGC` holds; on Linux, large pages are asked for, unless"
                    + " `-XX:-UseTransparentHugePages` is among them.",
            "-Xmx2g");

    private final String preset;
    private final String meaning;
    private final String example;

    Setting(String preset, String meaning, String example) {
        this.preset = preset;
        this.meaning = meaning;
        this.example = example;
    }

    /// What holds when it is not set, in words or as a value.
    public String preset() {
        return preset;
    }

    public String meaning() {
        return meaning;
    }

    public String example() {
        return example;
    }
}
