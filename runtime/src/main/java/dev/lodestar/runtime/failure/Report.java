package dev.lodestar.runtime.failure;

import dev.lodestar.runtime.html.HtmlOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What went wrong, for developers of the application only: the exception with its causes, the place in the
 * application's own code that each came from, with the source if it is at hand, and the request.
 *
 * @param failure what was thrown
 * @param request what is known about the request, in display order
 */
public record Report(Throwable failure, Map<String, String> request) {
    /** Within the element, since that can be part of an application's page. */
    static final String STYLE = """
            .lodestar-report{\
            h2{font:600 1rem/1.5 system-ui,sans-serif;margin:1rem 0 .25rem;white-space:pre-wrap}\
            pre{margin:0;overflow:auto;font:.8125rem/1.5 ui-monospace,monospace}\
            dl{font-size:.8125rem;display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}\
            dd{margin:0;white-space:pre-wrap}}""";

    private static final byte[] BEGIN = HtmlOutput.utf8("<div class=\"lodestar-report\">");
    private static final byte[] FAILURE = HtmlOutput.utf8("<h2>");
    private static final byte[] FRAMES = HtmlOutput.utf8("</h2><pre>");
    private static final byte[] FRAMES_END = HtmlOutput.utf8("</pre>");
    private static final byte[] FACTS = HtmlOutput.utf8("<dl>");
    private static final byte[] NAME = HtmlOutput.utf8("<dt>");
    private static final byte[] VALUE = HtmlOutput.utf8("</dt><dd>");
    private static final byte[] VALUE_END = HtmlOutput.utf8("</dd>");
    private static final byte[] FACTS_END = HtmlOutput.utf8("</dl>\n");
    private static final byte[] END = HtmlOutput.utf8("</div>\n");

    /** A report on a failure outside of any request. */
    public static Report of(Throwable failure) {
        return new Report(failure, Map.of());
    }

    /** Writes the report as HTML. */
    void write(HtmlOutput out) {
        out.raw(BEGIN);
        for (Throwable each : causes()) {
            out.raw(FAILURE);
            out.text(name(each));
            out.raw(FRAMES);
            out.text(Trace.HERE.of(each));
            out.raw(FRAMES_END);
        }
        if (!request.isEmpty()) {
            out.raw(FACTS);
            request.forEach((name, value) -> {
                out.raw(NAME);
                out.text(name);
                out.raw(VALUE);
                out.text(value);
                out.raw(VALUE_END);
            });
            out.raw(FACTS_END);
        }
        out.raw(END);
    }

    /** The exceptions and where they came from, as text. */
    public String text() {
        return causes().stream()
                .map(each -> name(each) + "\n" + Trace.HERE.of(each))
                .collect(Collectors.joining("\n"));
    }

    private String name(Throwable each) {
        String text;
        try {
            text = each.toString();
        } catch (RuntimeException e) {
            // The application's code makes the message, too.
            text = each.getClass().getName();
        }
        return (each == failure ? "" : "Caused by ") + text;
    }

    /** The failure and its causes, which may form a cycle. */
    private List<Throwable> causes() {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> causes = new ArrayList<>();
        for (Throwable each = failure; each != null && seen.add(each); each = each.getCause()) {
            causes.add(each);
        }
        return causes;
    }
}
