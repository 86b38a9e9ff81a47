package org.emiadi.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.emiadi.platform.Sha256;
import org.jspecify.annotations.Nullable;

/// Style sheets, scripts and icons, each under an address that holds a hash of its content, so that browsers may keep
/// it for ever and yet see each change at once. Read when the first of them is asked for: no start waits for that.
@ApplicationScoped
public class Assets {
    static final String PATH = "/app/assets/";

    private static final int HASH_LETTERS = 10;

    /// Each file, and where it is in the jar; the sheet of staff holds that of everybody as well, since one file is
    /// fetched sooner than two.
    private static final Map<String, String> FILES = Map.ofEntries(
            Map.entry("style.css", "web/style.css"),
            Map.entry("staff.css", "web/style.css web/staff.css"),
            Map.entry("password.js", "web/password.js"),
            Map.entry("staff.js", "web/staff.js"),
            Map.entry("icon.svg", "web/icon.svg"),
            Map.entry("board.js", "web/board.js"),
            Map.entry("screen.css", "web/screen.css"),
            Map.entry("screen.js", "web/screen.js"),
            Map.entry("practice.js", "web/practice.js"),
            Map.entry("htmx.js", "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js"));

    private final Map<String, Asset> byAddress = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    @PostConstruct
    void read() {
        FILES.forEach(this::add);
    }

    /// A file as it goes over the wire.
    record Asset(String mediaType, String content) {}

    private void add(String name, String files) {
        String whole = Stream.of(files.split(" ", -1)).map(Assets::read).collect(Collectors.joining("\n"));
        String content = name.endsWith(".css") ? squeezed(whole) : whole;
        int dot = name.lastIndexOf('.');
        String address = name.substring(0, dot) + "." + hash(content) + name.substring(dot);
        addresses.put(name, PATH + address);
        byAddress.put(address, new Asset(mediaType(name), content));
    }

    /// A bug where there is no such file.
    String path(String name) {
        String path = addresses.get(name);
        if (path == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return path;
    }

    Optional<Asset> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css;charset=UTF-8";
            case "js" -> "text/javascript;charset=UTF-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String read(String file) {
        try (@Nullable
                InputStream content =
                        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (content == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A style sheet without its comments and without the blanks that only people need: a tenth less to load.
    static String squeezed(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,]) ?", "$1")
                .strip();
    }

    private static String hash(String content) {
        return Sha256.inHex(content).substring(0, HASH_LETTERS);
    }
}
