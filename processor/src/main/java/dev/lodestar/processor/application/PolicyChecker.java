package dev.lodestar.processor.application;

import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Origin;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.name.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Checks the directives that an application sets in the Content-Security-Policy of its pages, as defined by
 * <a href="https://www.w3.org/TR/CSP3/">CSP Level 3</a>.
 */
final class PolicyChecker {
    private static final Set<String> SCRIPT_DIRECTIVES = Set.of("script-src", "script-src-elem", "script-src-attr");
    private static final Set<String> SOURCE_DIRECTIVES = with(
            SCRIPT_DIRECTIVES,
            "default-src",
            "style-src",
            "style-src-elem",
            "style-src-attr",
            "img-src",
            "font-src",
            "connect-src",
            "media-src",
            "object-src",
            "frame-src",
            "child-src",
            "worker-src",
            "manifest-src",
            "base-uri",
            "form-action",
            "frame-ancestors");
    private static final Set<String> KNOWN =
            with(SOURCE_DIRECTIVES, "sandbox", "upgrade-insecure-requests", "report-uri", "report-to");
    private static final Pattern DIRECTIVE = Pattern.compile("[!-~&&[^;,]]+(?: [!-~&&[^;,]]+)*");
    private static final Set<String> KEYWORDS = Set.of(
            "'none'",
            "'self'",
            "'unsafe-inline'",
            "'unsafe-eval'",
            "'wasm-unsafe-eval'",
            "'unsafe-hashes'",
            "'strict-dynamic'",
            "'report-sample'");
    private static final Pattern DIGEST = Pattern.compile("'(?:nonce|sha256|sha384|sha512)-[A-Za-z0-9+/_-]+={0,2}'");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern HOST = Pattern.compile(
            "(?:[A-Za-z][A-Za-z0-9+.-]*://)?(?:\\*|(?:\\*\\.)?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*)(?::(?:\\d+|\\*))?(?:/\\S*)?");

    private final Origin app;
    private final Diagnostics diagnostics;
    private final Map<String, List<String>> values = new HashMap<>();

    private PolicyChecker(Origin app, Diagnostics diagnostics) {
        this.app = app;
        this.diagnostics = diagnostics;
    }

    /**
     * Reports every problem of the directives.
     *
     * @param app the annotation that has them
     */
    static void check(List<String> directives, Origin app, Diagnostics diagnostics) {
        PolicyChecker checker = new PolicyChecker(app, diagnostics);
        directives.forEach(checker::check);
        // Without connect-src, connections are governed by default-src.
        String connections = checker.values.containsKey("connect-src") ? "connect-src" : "default-src";
        for (String needed : List.of(connections, "script-src", "script-src-elem")) {
            checker.needsSelf(needed);
        }
    }

    private void check(String directive) {
        List<String> words = List.of(directive.split(" "));
        String name = words.get(0);
        if (!DIRECTIVE.matcher(directive).matches()) {
            refuse(
                    directive,
                    "\"" + directive + "\" cannot be part of the header. Write each directive of csp as a string of its"
                            + " own: its name and its sources, separated by single spaces, as in \"img-src 'self'\".");
        } else if (!KNOWN.contains(name)) {
            refuse(directive, "There is no directive " + name + " that csp can set." + Nearest.suggestion(name, KNOWN));
        } else if (values.putIfAbsent(name, words.subList(1, words.size())) != null) {
            refuse(
                    directive,
                    name + " is set twice, but browsers use only the first. Put all its sources into one directive.");
        } else if (SOURCE_DIRECTIVES.contains(name)) {
            words.stream().skip(1).forEach(source -> checkSource(directive, name, source));
        } else if (name.equals("sandbox") && !words.containsAll(List.of("allow-scripts", "allow-same-origin"))) {
            refuse(directive, "The page cannot run in this sandbox. Add allow-scripts and allow-same-origin.");
        }
    }

    private void checkSource(String directive, String name, String source) {
        if (KEYWORDS.contains("'" + source + "'")) {
            refuse(directive, "Without quotes " + source + " is the name of a host. Write '" + source + "'.");
        } else if (!KEYWORDS.contains(source)
                && !DIGEST.matcher(source).matches()
                && !SCHEME.matcher(source).matches()
                && !HOST.matcher(source).matches()) {
            refuse(
                    directive,
                    source
                            + " is not a source. Write a host, such as https://images.example, a scheme, such as"
                            + " data:, or"
                            + " a keyword in quotes, such as 'self'.");
        } else if (SCRIPT_DIRECTIVES.contains(name)) {
            checkScripts(directive, source);
        }
    }

    private void checkScripts(String directive, String source) {
        if (source.equals("'unsafe-inline'")) {
            refuse(
                    directive,
                    "'unsafe-inline' lets injected markup run scripts, which the policy is there to prevent. Put the"
                            + " script"
                            + " into an asset, and load it with <script src=...>.");
        } else if (source.equals("'unsafe-eval'")) {
            refuse(directive, "Write unsafeEval = true instead: the client must know about it too.");
        } else if (source.equals("'strict-dynamic'")) {
            refuse(
                    directive,
                    "'strict-dynamic' makes browsers ignore 'self', and so the page's own client. Remove it, and name"
                            + " the"
                            + " hosts of the scripts.");
        } else if (source.startsWith("'nonce-")) {
            refuse(
                    directive,
                    "A nonce that is the same in every response is no secret. Write the host of the script, or its"
                            + " hash.");
        } else if (source.matches("\\*|.*://\\*") || SCHEME.matcher(source).matches()) {
            refuse(
                    directive,
                    source + " lets anybody's scripts run in the page. Write the hosts that scripts come from.");
        }
    }

    private void needsSelf(String name) {
        List<String> sources = values.get(name);
        if (sources != null && !sources.contains("'self'")) {
            String written = (name + " " + String.join(" ", sources)).strip();
            refuse(
                    written,
                    name
                            + " must have 'self' among its sources, since the page's own client and stream come from"
                            + " there.");
        }
    }

    private void refuse(String directive, String message) {
        diagnostics.error(app.at("csp", directive), Rule.CSP, message);
    }

    private static Set<String> with(Set<String> some, String... more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(List.of(more));
        return new TreeSet<>(all);
    }
}
