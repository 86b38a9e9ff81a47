package org.emiadi.platform.http;

/// Where the pages for people lie: all under one path, beside the API.
public final class PagePaths {
    /// The path of the first page.
    public static final String HOME = "/app";
    /// The cookie that remembers the chosen language.
    public static final String LANGUAGE_COOKIE = "miadi-language";
    /// Whatever a page asks for by itself carries this header, so that it does not pass for a person at work.
    public static final String BY_ITSELF = "Miadi-By-Itself";

    private PagePaths() {}

    /// Whether a page is asked for.
    static boolean holds(String path) {
        return path.equals(HOME) || path.startsWith(HOME + "/");
    }
}
