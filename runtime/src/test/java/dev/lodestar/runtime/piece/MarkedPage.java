package dev.lodestar.runtime.piece;

import dev.lodestar.runtime.html.ElementStart;
import dev.lodestar.runtime.html.Fragment;
import dev.lodestar.runtime.html.HtmlOutput;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes markup with its elements marked, as a generated renderer does. Does not know comments or optional end tags.
 */
public final class MarkedPage {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z][a-zA-Z0-9]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>");
    private static final Pattern ID = Pattern.compile("\\sid=[\"']?");
    private static final Pattern DISTINCTION = Pattern.compile("\\s(?:data-key|name|type|data-bind[^=\\s]*)(?:=\\S*)?");
    private static final Pattern VALUE = Pattern.compile("\\svalue=\\S*");
    private static final Map<String, Fragment> FRAGMENTS = Map.of(
            "tbody", Fragment.SECTION,
            "tr", Fragment.ROW,
            "td", Fragment.CELL,
            "circle", Fragment.PART,
            "option", Fragment.PART);
    private static final Set<String> VOID = Set.of("input", "br");

    /** One for all elements that could stand in the same place of the same template, with other values. */
    private static final Map<String, ElementStart> STARTS = new ConcurrentHashMap<>();

    private final HtmlOutput out;
    private final Deque<Boolean> marked = new ArrayDeque<>();

    private MarkedPage(HtmlOutput out) {
        this.out = out;
    }

    static Rendered render(String html) {
        return Rendered.of(output(html));
    }

    static HtmlOutput output(String html) {
        HtmlOutput out = new HtmlOutput();
        write(html, out);
        return out;
    }

    /** Writes markup and marks its elements. */
    public static void write(String html, HtmlOutput out) {
        MarkedPage page = new MarkedPage(out);
        Matcher tag = TAG.matcher(html);
        int at = 0;
        while (tag.find()) {
            page.write(html.substring(at, tag.start()));
            page.writeTag(tag);
            at = tag.end();
        }
        page.write(html.substring(at));
    }

    private void writeTag(Matcher tag) {
        if (!tag.group(1).isEmpty()) {
            write(tag.group());
            end();
            return;
        }
        Matcher id = ID.matcher(tag.group());
        marked.push(id.find());
        if (marked.getFirst()) {
            out.begin(start(tag.group(2), tag.group(3)));
            write(tag.group().substring(1, id.end()));
            out.id();
            write(tag.group().substring(id.end()));
        } else {
            write(tag.group());
        }
        if (!tag.group(4).isEmpty() || VOID.contains(tag.group(2))) {
            end();
        }
    }

    private void end() {
        if (marked.pop()) {
            out.end();
        }
    }

    /** How an element begins; its first character is written. */
    static ElementStart start(String name, String attributes) {
        boolean isToldByValue = name.equals("button") || attributes.contains(" type=radio");
        String place = name
                + DISTINCTION
                        .matcher(attributes)
                        .results()
                        .map(MatchResult::group)
                        .toList()
                + (isToldByValue
                        ? VALUE.matcher(attributes)
                                .results()
                                .map(MatchResult::group)
                                .toList()
                        : "");
        return STARTS.computeIfAbsent(place, same -> ElementStart.of(FRAGMENTS.getOrDefault(name, Fragment.FLOW), "<"));
    }

    private void write(String text) {
        out.raw(HtmlOutput.utf8(text));
    }
}
