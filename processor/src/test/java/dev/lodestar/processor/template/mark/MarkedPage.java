package dev.lodestar.processor.template.mark;

import dev.lodestar.processor.template.step.RenderMethod;
import dev.lodestar.processor.template.step.Step;
import dev.lodestar.runtime.html.ElementStart;
import dev.lodestar.runtime.html.Fragment;
import dev.lodestar.runtime.html.HtmlOutput;
import dev.lodestar.runtime.piece.Rendered;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Renders a constant page with the marks that the compiler would put into its renderer. */
public final class MarkedPage {
    private static final Pattern DISTINCTION = Pattern.compile(
            "^<[\\w-]+|\\s(?:data-key|name|type|data-bind[^=\\s>]*)(?:=(?:\"[^\"]*\"|'[^']*'|[^\\s\"'>]*))?");

    /** One for all elements that could stand in the same place of the same template, with other values. */
    private static final Map<String, ElementStart> STARTS = new ConcurrentHashMap<>();

    private MarkedPage() {}

    static Rendered render(String html) {
        return Rendered.of(output(html));
    }

    public static HtmlOutput output(String html) {
        RenderMethod method = new RenderMethod("render", List.of());
        method.setSteps(html.isEmpty() ? List.of() : List.of(new Step.Text(html)));
        ElementMarks.addTo(method);
        HtmlOutput out = new HtmlOutput();
        method.steps().forEach(step -> write(step, out));
        return out;
    }

    private static void write(Step step, HtmlOutput out) {
        if (step instanceof Step.Text text) {
            write(text.text(), out);
        } else if (step instanceof Step.Begin begin) {
            String after = begin.after().orElseThrow();
            out.begin(start(begin.fragment().name(), begin.before() + after));
            write(begin.before().substring(1), out);
            out.id();
            write(after, out);
        } else {
            out.end();
        }
    }

    private static ElementStart start(String fragment, String tag) {
        String place = fragment
                + DISTINCTION.matcher(tag).results().map(MatchResult::group).toList();
        return STARTS.computeIfAbsent(place, same -> ElementStart.of(Fragment.valueOf(fragment), "<"));
    }

    private static void write(String text, HtmlOutput out) {
        out.raw(HtmlOutput.utf8(text));
    }
}
