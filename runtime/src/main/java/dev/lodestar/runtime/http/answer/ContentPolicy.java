package dev.lodestar.runtime.http.answer;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a browser may load, run and frame in a response.
 *
 * @param value the value of {@code Content-Security-Policy}
 * @param frameOptions the value of {@code X-Frame-Options} for older browsers, or null if it cannot express the policy
 */
public record ContentPolicy(String value, @Nullable String frameOptions) {
    private static final String SCRIPTS = "script-src";

    /** For everything that is not a document: sentences, streams, scripts of replies. */
    public static final ContentPolicy NOTHING = new ContentPolicy("default-src 'none'; frame-ancestors 'none'", "DENY");

    /**
     * For assets that run no scripts: images with styles in them, videos, fonts, documents with a viewer in the
     * browser.
     */
    public static final ContentPolicy STILL = new ContentPolicy(
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; media-src 'self';"
                    + " font-src 'self' data:; object-src 'self'; frame-ancestors 'self'",
            "SAMEORIGIN");

    /**
     * For pages. Scripts matter most. Images, audio, video, fonts and frames may come from any secure site, as
     * user-written content does. Inline styles are allowed, since templates write values into {@code style}
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
     * The policy of an application's pages.
     *
     * @param own directives that replace those of the same name, or are added
     * @param unsafeEval whether scripts may evaluate strings
     */
    public static ContentPolicy page(List<String> own, boolean unsafeEval) {
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
    public String scripts() {
        return List.of(value.split("; ")).stream()
                .filter(directive -> name(directive).equals(SCRIPTS))
                .collect(Collectors.joining());
    }

    /** Sets the headers of a response, replacing those that it has. */
    public void put(HttpServerExchange exchange) {
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
