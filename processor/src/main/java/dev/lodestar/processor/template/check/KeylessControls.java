package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.parse.Library;
import dev.lodestar.processor.template.parse.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a form control in the items of a list that nothing ties to its item: when items are added, removed or
 * reordered, a browser cannot know which of them somebody typed into. It reads the markup roughly, since it only warns.
 */
final class KeylessControls {
    private static final Pattern TAG =
            Pattern.compile("<(/?)([A-Za-z][\\w-]*)((?:\"[^\"]*\"|'[^']*'|[^'\">])*)>", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\\s(?:id|data-key)\\s*=");
    private static final Pattern TYPE = Pattern.compile("\\stype\\s*=\\s*[\"']?(\\w+)");
    private static final Pattern VALUE = Pattern.compile("\\svalue\\s*=");
    private static final Set<String> CONTROLS = Set.of("input", "select", "textarea");
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    /** Inputs without state: nobody types, chooses or ticks in them. */
    private static final Set<String> WITHOUT_STATE = Set.of("hidden", "submit", "button", "reset", "image");

    /** Inputs that are identified by their value. */
    private static final Set<String> TOLD_BY_VALUE = Set.of("radio", "checkbox");

    private final Library library;
    private final StringBuilder markup = new StringBuilder();
    private final Set<String> included = new HashSet<>();

    private KeylessControls(Library library) {
        this.library = library;
    }

    /** The element name of the first such control in a list's body. */
    static Optional<String> in(List<Node> body, Library library) {
        KeylessControls controls = new KeylessControls(library);
        controls.read(body);
        return controls.find();
    }

    /** Concatenates the markup of all branches, with a letter for each value. */
    private void read(List<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof Node.Text text) {
                markup.append(text.text());
            } else if (node instanceof Node.Section section) {
                read(section.body());
            } else if (node instanceof Node.Block block) {
                read(block.body());
            } else if (node instanceof Node.Partial partial) {
                include(partial.name());
            } else if (node instanceof Node.Parent parent) {
                include(parent.partial().name());
                parent.fills().forEach(fill -> read(fill.body()));
            } else {
                markup.append('x');
            }
        }
    }

    private void include(String name) {
        String path = Library.path(name);
        if (included.add(path)) {
            library.find(path, "").ifPresent(parsed -> read(parsed.nodes()));
        }
    }

    private Optional<String> find() {
        Deque<String> open = new ArrayDeque<>();
        // Within an element that has a key, every element can be identified.
        int keyed = 0;
        Matcher tag = TAG.matcher(markup);
        while (tag.find()) {
            String name = tag.group(2).toLowerCase(Locale.ROOT);
            String attributes = tag.group(3);
            boolean hasKey = KEY.matcher(attributes).find();
            if (!tag.group(1).isEmpty()) {
                while (open.contains(name) && !open.pop().equals(name)) {}
                keyed = open.size() < keyed ? 0 : keyed;
                continue;
            }
            if (keyed == 0 && !hasKey && CONTROLS.contains(name) && holdsState(attributes)) {
                return Optional.of(name);
            }
            if (!VOID.contains(name) && !attributes.endsWith("/")) {
                open.push(name);
                if (hasKey && keyed == 0) {
                    keyed = open.size();
                }
            }
        }
        return Optional.empty();
    }

    private static boolean holdsState(String attributes) {
        Matcher type = TYPE.matcher(attributes);
        if (!type.find()) {
            return true;
        }
        String name = type.group(1).toLowerCase(Locale.ROOT);
        return !WITHOUT_STATE.contains(name)
                && !(TOLD_BY_VALUE.contains(name) && VALUE.matcher(attributes).find());
    }
}
