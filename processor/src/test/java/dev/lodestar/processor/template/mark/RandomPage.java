package dev.lodestar.processor.template.mark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A page that is made and changed by chance, from a seed. Half of its elements have ids. */
final class RandomPage {
    private static final Map<String, String> CHILDREN = Map.ofEntries(
            Map.entry("div", "div section p ul table form span input textarea select svg button details h2 dl b"),
            Map.entry("section", "div p ul table span"),
            Map.entry("p", "span b a input button svg"),
            Map.entry("span", "span b input"),
            Map.entry("b", "span a"),
            Map.entry("a", "span b"),
            Map.entry("button", "span b"),
            Map.entry("h2", "span"),
            Map.entry("form", "div p input select button"),
            Map.entry("details", "p span"),
            Map.entry("ul", "li"),
            Map.entry("li", "p span ul div"),
            Map.entry("dl", "dt dd"),
            Map.entry("dt", "span"),
            Map.entry("dd", "p span"),
            Map.entry("table", "tbody tbody thead"),
            Map.entry("thead", "tr"),
            Map.entry("tbody", "tr"),
            Map.entry("tr", "td td th"),
            Map.entry("td", "span p div input"),
            Map.entry("th", "span"),
            Map.entry("select", "option"),
            Map.entry("svg", "g circle"),
            Map.entry("g", "circle"));
    private static final List<String> NO_TEXT =
            List.of("ul", "dl", "table", "thead", "tbody", "tr", "select", "svg", "g");
    private static final List<String> EMPTY = List.of("input", "circle");
    private static final List<String> LIVE = List.of(
            " data-class:lit=\"$x\"",
            " data-attr:title='$y'",
            " data-show=$x",
            " data-on:click=\"@post('/a/1?x=1'); $n++\"",
            " data-style:color=\"$x ? 'red' : ''\"",
            " data-on:click=\"el.focus()\"");

    private final Random random;
    private final Node root = new Node("div", null);
    private int ids;

    RandomPage(long seed) {
        random = new Random(seed);
        int top = 1 + random.nextInt(3);
        for (int i = 0; i < top; i++) {
            root.children.add(make(pick("div section p ul table".split(" ")), 4));
        }
    }

    /** An element, its text first and then its children. */
    private static final class Node {
        final String tag;

        @Nullable
        String id;

        String attributes = "";
        String text = "";
        final List<Node> children = new ArrayList<>();

        Node(String tag, @Nullable String id) {
            this.tag = tag;
            this.id = id;
        }

        void write(StringBuilder out) {
            out.append('<').append(tag);
            if (id != null) {
                // Quoted in all ways there are, but always in one way for one id.
                String quote = List.of("\"", "'", "").get(id.length() + id.charAt(1) % 3 > 3 ? 0 : id.charAt(1) % 3);
                out.append(" id=").append(quote).append(id).append(quote);
            }
            out.append(attributes);
            // The client would put its text in the place of children.
            if (attributes.contains("c2") && children.isEmpty() && tag.equals("span")) {
                out.append(" data-text='$y'");
            }
            if (tag.equals("circle")) {
                out.append(" r=\"1\"/>");
                return;
            }
            out.append('>').append(text);
            children.forEach(child -> child.write(out));
            if (!tag.equals("input")) {
                out.append("</").append(tag).append(id != null && id.endsWith("7") ? "\n>" : ">");
            }
            out.append(NO_TEXT.contains(tag) ? "\r\n  " : "");
        }
    }

    String html() {
        StringBuilder html = new StringBuilder("<!-- a page -->\r\n");
        root.children.forEach(child -> child.write(html));
        return html.append("\n").toString();
    }

    private Node make(String tag, int depth) {
        Node node = new Node(tag, random.nextInt(2) == 0 ? "i" + ids++ : null);
        decorate(node);
        if (tag.equals("details")) {
            node.attributes = " data-preserve-attr=\"class open\"";
        }
        String[] kinds = CHILDREN.getOrDefault(tag, "").split(" ");
        if (!kinds[0].isEmpty() && depth > 0) {
            int many = random.nextInt(NO_TEXT.contains(tag) ? 6 : 4);
            for (int i = 0; i < many; i++) {
                node.children.add(make(pick(kinds), depth - 1));
            }
        }
        return node;
    }

    private void decorate(Node node) {
        node.attributes = random.nextInt(3) == 0 ? " class=\"c" + random.nextInt(3) + "\"" : "";
        if (random.nextInt(6) == 0 && !node.tag.equals("details")) {
            node.attributes += pick(LIVE.toArray(String[]::new));
        }
        if (node.tag.equals("input") && random.nextBoolean()) {
            node.attributes += " value=v" + random.nextInt(3);
        }
        retext(node);
    }

    private void retext(Node node) {
        boolean text = !NO_TEXT.contains(node.tag) && !EMPTY.contains(node.tag);
        node.text = text ? pick("", "a", "b &amp; c", "\n two\r\n\r\nlines\n", "&lt;p>ä", "x\r") : "";
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }

    /** Changes something, and more often something small than something large. */
    void change() {
        int many = 1 + random.nextInt(4);
        for (int i = 0; i < many; i++) {
            List<Node> all = new ArrayList<>();
            collect(root, all);
            Node node = all.get(random.nextInt(all.size()));
            switch (random.nextInt(12)) {
                case 0 -> Collections.shuffle(node.children, random);
                case 1 -> grow(node);
                case 2 -> shrink(node);
                case 3 -> move(node, all);
                case 4 -> node.id = node.id == null ? "i" + ids++ : null;
                case 5, 6, 7 -> {
                    if (node != root && !node.tag.equals("details")) {
                        decorate(node);
                    }
                }
                default -> retext(node);
            }
            root.text = "";
        }
    }

    private void grow(Node node) {
        String[] kinds = CHILDREN.getOrDefault(node.tag, "").split(" ");
        if (!kinds[0].isEmpty()) {
            node.children.add(random.nextInt(node.children.size() + 1), make(pick(kinds), 1));
        }
    }

    private void shrink(Node node) {
        if (!node.children.isEmpty()) {
            node.children.remove(random.nextInt(node.children.size()));
        }
    }

    private void move(Node from, List<Node> all) {
        for (Node to : all) {
            if (to != from && to.tag.equals(from.tag) && !from.children.isEmpty() && random.nextBoolean()) {
                Node moved = from.children.remove(0);
                List<Node> inside = new ArrayList<>();
                collect(moved, inside);
                (inside.contains(to) ? from : to).children.add(moved);
                return;
            }
        }
    }

    private static void collect(Node node, List<Node> into) {
        into.add(node);
        node.children.forEach(child -> collect(child, into));
    }
}
