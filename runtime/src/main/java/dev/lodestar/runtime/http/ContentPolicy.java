package dev.lodestar.runtime.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a browser may load, run and frame of a response.
 *
 * @param value the value of {@code Content-Security-Policy}
 * @param frameOptions the same about frames for browsers and scanners that know no better, if it can say it
 */
record ContentPolicy(String value, @Nullable String frameOptions) {
    private static final String SCRIPTS = "script-src";

    /** Of what is no document: sentences, streams, scripts of replies. */
    static final ContentPolicy NOTHING = new ContentPolicy("default-src 'none'; frame-ancestors 'none'", "DENY");

    /** Of assets in which no script runs: pictures with styles in them, films, fonts, what the browser has a viewer for. */
    static final ContentPolicy STILL = new ContentPolicy(
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self';"
                    + " font-src 'self' data:; object-src 'self'; frame-ancestors 'self'",
            "SAMEORIGIN");

    /**
     * Of pages. Scripts are what matters. Pictures, sound, films, fonts and frames may come from any secure site, as in what
     * people write for each other. Styles may stand in the markup, since templates write values into {@code style}
     * attributes.
     */
    private static final List<String> PAGE = List.of(
            "default-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob: https:",
            "media-src 'self' data: blob: https:",
            "font-src 'self' data: https:",
            "frame-src 'self' https:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            SCRIPTS + " 'self'");

    /**
     * That of an application's pages.
     *
     * @param own directives that stand in the place of those of the same names, or beside them
     * @param unsafeEval whether scripts may evaluate text
     */
    static ContentPolicy page(List<String> own, boolean unsafeEval) {
        Map<String, String> directives = new LinkedHashMap<>();
        PAGE.forEach(directive -> directives.put(name(directive), directive));
        own.forEach(directive -> directives.put(name(directive), directive));
        if (unsafeEval) {
            directives.computeIfPresent(SCRIPTS, (name, directive) -> directive + " 'unsafe-eval'");
        }
        String value = String.join("; ", directives.values());
        return new ContentPolicy(
                value,
                switch (directives.get("frame-ancestors")) {
                    case "frame-ancestors 'none'" -> "DENY";
                    case "frame-ancestors 'self'" -> "SAMEORIGIN";
                    default -> null;
                });
    }

    /** The directive for scripts. */
    String scripts() {
        return List.of(value.split("; ")).stream()
                .filter(directive -> name(directive).equals(SCRIPTS))
                .collect(Collectors.joining());
    }

    /** Sets the headers of a response, in the place of those that it has. */
    void put(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getResponseHeaders().put(Headers.CONTENT_SECURITY_POLICY, value);
        if (frameOptions == null) {
            headers.remove(Headers.X_FRAME_OPTIONS);
        } else {
            headers.put(Headers.X_FRAME_OPTIONS, frameOptions);
        }
    }

    private static String name(String directive) {
        int space = directive.indexOf(' ');
        return space < 0 ? directive : directive.substring(0, space);
    }
}
