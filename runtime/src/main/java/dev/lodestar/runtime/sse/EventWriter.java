package dev.lodestar.runtime.sse;

import dev.lodestar.Patch;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes Datastar events as its SDK specification defines them. Not safe for use by several threads.
 *
 * <p>The specification's golden files disagree on whether the selector or the mode comes first. This class follows the
 * order in its description of the data format: selector, mode, view transition, elements.
 */
public final class EventWriter {
    private static final String ELEMENTS = "datastar-patch-elements";
    private static final String SIGNALS = "datastar-patch-signals";
    private static final Map<String, String> REMOVES_ITSELF = Map.of("data-effect", "el.remove()");

    private final UnaryOperator<String> scriptUrls;
    private final StringBuilder out = new StringBuilder();

    /** @param scriptUrls returns the URL from which a page can load a script */
    public EventWriter(UnaryOperator<String> scriptUrls) {
        this.scriptUrls = scriptUrls;
    }

    /** Appends the event for a patch. */
    public void write(Patch patch) {
        if (patch instanceof Patch.Elements elements) {
            elements(elements, EventOptions.NONE);
        } else if (patch instanceof Patch.Signals signals) {
            signals(SignalJson.write(signals.values()), signals.onlyIfMissing(), EventOptions.NONE);
        } else if (patch instanceof Patch.Script script) {
            script("", Map.of("src", scriptUrls.apply(script.source())), false, EventOptions.NONE);
        }
    }

    /** All events written so far, in UTF-8. */
    public byte[] toByteArray() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    void elements(Patch.Elements patch, EventOptions options) {
        begin(ELEMENTS, options);
        if (!patch.selector().isEmpty()) {
            data("selector", patch.selector());
        }
        if (patch.mode() != Patch.Mode.OUTER) {
            data("mode", patch.mode().name().toLowerCase(Locale.ROOT));
        }
        if (patch.viewTransition()) {
            data("useViewTransition", "true");
        }
        String html = patch.html().toString();
        if (!html.isEmpty()) {
            data("elements", html);
        }
        end();
    }

    void signals(String json, boolean onlyIfMissing, EventOptions options) {
        begin(SIGNALS, options);
        if (onlyIfMissing) {
            data("onlyIfMissing", "true");
        }
        data("signals", json);
        end();
    }

    void script(String source, Map<String, String> attributes, boolean autoRemove, EventOptions options) {
        StringBuilder element = new StringBuilder("<script");
        attributes.forEach((name, value) -> attribute(element, name, value));
        if (autoRemove) {
            REMOVES_ITSELF.forEach((name, value) -> attribute(element, name, value));
        }
        element.append('>').append(ScriptText.inElement(source)).append("</script>");
        begin(ELEMENTS, options);
        data("selector", "body");
        data("mode", "append");
        data("elements", element.toString());
        end();
    }

    private static void attribute(StringBuilder element, String name, String value) {
        element.append(' ').append(name).append("=\"");
        element.append(value.replace("&", "&amp;").replace("\"", "&#34;")).append('"');
    }

    private void begin(String event, EventOptions options) {
        out.append("event: ").append(event).append('\n');
        if (!options.id().isEmpty()) {
            out.append("id: ").append(options.id()).append('\n');
        }
        if (!options.retryIsDefault()) {
            out.append("retry: ").append(options.retry().toMillis()).append('\n');
        }
    }

    // In an event stream, CR, LF and CRLF are all line breaks, so values are split at each of them. The browser joins
    // with LF.
    private void data(String key, String value) {
        value.lines()
                .forEach(line -> out.append("data: ")
                        .append(key)
                        .append(' ')
                        .append(line)
                        .append('\n'));
    }

    private void end() {
        out.append('\n');
    }
}
