package org.emiadi.platform.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads the address of a database as people write it: `postgresql://user:pass@host:port/db?sslmode=…`, as libpq and
/// the hosters do, or as a JDBC url. What is wrong is said without repeating the url, since it may hold a password.
public final class DatabaseUrl {
    private static final Pattern SCHEME = Pattern.compile("(?:jdbc:)?(?:postgresql|postgres):(.*)", Pattern.DOTALL);
    private static final Pattern HOST = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\[\\]:/?#\\s]+)(?::(\\d{1,5}))?");
    private static final Pattern LOCAL_NAME = Pattern.compile("[^/?#\\s]*");
    private static final int LARGEST_PORT = 65_535;

    /// libpq's names for what the JDBC driver calls differently.
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "connect_timeout", "connectTimeout",
            "application_name", "ApplicationName",
            "target_session_attrs", "targetServerType",
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "keepalives", "tcpKeepAlive");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "read-write", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private DatabaseUrl() {}

    public static DatabaseAddress parse(String text) {
        var scheme = SCHEME.matcher(text.strip());
        if (!scheme.matches()) {
            throw refused("it must begin with postgresql://, postgres:// or jdbc:postgresql:");
        }
        var rest = scheme.group(1);
        var question = rest.indexOf('?');
        var place = question < 0 ? rest : rest.substring(0, question);
        var options = options(question < 0 ? "" : rest.substring(question + 1));
        return place.startsWith("//") ? onHosts(place.substring(2), options) : onThisMachine(place, options);
    }

    /// `jdbc:postgresql:clinic`
    private static DatabaseAddress onThisMachine(String name, Map<String, String> options) {
        if (!LOCAL_NAME.matcher(name).matches()) {
            throw refused("after the colon there must be // and a host, or the name of a database");
        }
        return address("", "localhost", decode(name), options);
    }

    private static DatabaseAddress onHosts(String place, Map<String, String> options) {
        var at = place.lastIndexOf('@');
        var login = at < 0 ? "" : place.substring(0, at);
        if (login.contains("/")) {
            throw refused("a / in the user or the password must be written %2F");
        }
        var slash = place.indexOf('/', at + 1);
        var hosts = slash < 0 ? place.substring(at + 1) : place.substring(at + 1, slash);
        var name = slash < 0 ? "" : place.substring(slash + 1);
        if (name.contains("/")) {
            throw refused("there is a / in the name of the database");
        }
        return address(login, hosts(hosts), decode(name), options);
    }

    private static String hosts(String text) {
        if (text.isEmpty()) {
            throw refused("the host is missing; connections through a socket file are not possible, use 127.0.0.1");
        }
        return Stream.of(text.split(",", -1)).map(DatabaseUrl::host).collect(Collectors.joining(","));
    }

    private static String host(String text) {
        var parts = HOST.matcher(text);
        if (!parts.matches()) {
            throw refused("a host must be written host or host:port; special characters of a password (@ : / ? #) "
                    + "must be percent-encoded");
        }
        if (parts.group(2) != null && portOutOfRange(Integer.parseInt(parts.group(2)))) {
            throw refused("a port must lie between 1 and 65535");
        }
        return text;
    }

    private static boolean portOutOfRange(int port) {
        return port < 1 || port > LARGEST_PORT;
    }

    private static DatabaseAddress address(String login, String hosts, String name, Map<String, String> options) {
        var colon = login.indexOf(':');
        var user = decode(colon < 0 ? login : login.substring(0, colon));
        var password = colon < 0 ? "" : decode(login.substring(colon + 1));
        var userOption = options.remove("user");
        var passwordOption = options.remove("password");
        var chosenUser = !user.isEmpty() ? user : userOption != null ? userOption : System.getProperty("user.name");
        var chosenPassword = password.isEmpty() && passwordOption != null ? passwordOption : password;
        if (hosts.contains(",")) {
            // A standby would answer reads and refuse every change.
            options.putIfAbsent("targetServerType", "primary");
        }
        var database = name.isEmpty() ? chosenUser : name;
        return new DatabaseAddress(
                "jdbc:postgresql://" + hosts + "/" + encode(database) + query(options), chosenUser, chosenPassword);
    }

    private static Map<String, String> options(String query) {
        var options = new LinkedHashMap<String, String>();
        for (var pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                if (equals < 1) {
                    throw refused("after the ? each option must be written name=value");
                }
                put(options, decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return options;
    }

    private static void put(Map<String, String> options, String name, String value) {
        switch (name) {
            case "host", "hostaddr", "port", "dbname" ->
                throw refused("host, port and database belong before the ?, not behind it");
            case "target_session_attrs" -> options.put("targetServerType", SERVER_TYPES.getOrDefault(value, value));
            case "keepalives" -> options.put("tcpKeepAlive", value.equals("0") ? "false" : "true");
            case "load_balance_hosts" -> options.put("loadBalanceHosts", value.equals("random") ? "true" : "false");
            default -> options.put(DRIVER_NAMES.getOrDefault(name, name), value);
        }
    }

    private static String query(Map<String, String> options) {
        return options.isEmpty()
                ? ""
                : options.entrySet().stream()
                        .map(option -> encode(option.getKey()) + "=" + encode(option.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /// Not URLDecoder, which makes a blank of a plus and lets broken UTF-8 pass.
    private static String decode(String text) {
        var bytes = ByteBuffer.allocate(text.getBytes(UTF_8).length);
        for (var i = 0; i < text.length(); ) {
            if (text.charAt(i) == '%') {
                bytes.put(hexByte(text, i));
                i += 3;
            } else {
                var end = text.offsetByCodePoints(i, 1);
                bytes.put(text.substring(i, end).getBytes(UTF_8));
                i = end;
            }
        }
        try {
            return UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException broken) {
            throw refused("the percent-encoded characters are not UTF-8");
        }
    }

    private static byte hexByte(String text, int at) {
        if (at + 2 >= text.length()
                || !HexFormat.isHexDigit(text.charAt(at + 1))
                || !HexFormat.isHexDigit(text.charAt(at + 2))) {
            throw refused("a % must be followed by two hexadecimal digits; a % itself is written %25");
        }
        return (byte) HexFormat.fromHexDigits(text, at + 1, at + 3);
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("DATABASE_URL cannot be read: " + reason + ".");
    }
}
