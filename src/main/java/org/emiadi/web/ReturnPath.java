package org.emiadi.web;

import java.util.regex.Pattern;
import org.emiadi.platform.http.PagePaths;

/// Where to go on after a detour: a page of ours and nothing else, whatever an address says.
public final class ReturnPath {
    private static final Pattern PAGE = Pattern.compile("/app(/[\\w.\\-/]*)?(\\?[\\w.\\-=&%+:,]*)?");

    private ReturnPath() {}

    static boolean isSafe(String path) {
        return PAGE.matcher(path).matches() && !path.contains("//") && !path.contains("..");
    }

    public static String orHome(String path) {
        return isSafe(path) ? path : PagePaths.HOME;
    }
}
