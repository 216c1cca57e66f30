package dev.lodestar.processor.template.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.api.Test;

/**
 * Over random changes: with the pieces in the place of its elements, the tree of the old page is that of the new one.
 */
class PiecesPropertyTest {
    private static final int CHANGES = Integer.getInteger("lodestar.changes", 800);

    @Test
    void piecesMakeTheOldPageTheNewOne() {
        int found = 0;
        int small = 0;
        for (int seed = 0; seed < CHANGES; seed++) {
            Change change = RandomChange.wellFormed(seed);
            String events = change.events();
            if (events != null) {
                check(change, events, seed);
                found++;
                small += events.length() < change.after().length() / 4 ? 1 : 0;
            }
        }
        assertTrue(found > CHANGES / 4, found + " with pieces");
        assertTrue(small > CHANGES / 8, small + " with small pieces");
    }

    @Test
    void piecesOfHostileMarkupAreRightOrThereAreNone() {
        int found = 0;
        for (int seed = 0; seed < 2 * CHANGES; seed++) {
            Change change = RandomChange.hostile(seed);
            String events = change.events();
            if (events != null) {
                check(change, events, seed);
                found++;
            }
        }
        assertTrue(found > CHANGES / 20, found + " with pieces");
    }

    private static void check(Change change, String events, long seed) {
        Element page = parse(change.before());
        for (String elements : Change.elements(events)) {
            for (Element piece : parse(elements).children()) {
                Element target = page.getElementById(piece.id());
                assertNotNull(target, () -> seed + ": nothing has the id of " + piece);
                target.replaceWith(piece.clone());
            }
        }
        assertEquals(tree(parse(change.after())), tree(page), () -> seed + ": " + change + "\n" + events);
    }

    /** As the client parses a patch. A carriage return is a line break to the stream that the page comes by. */
    private static Element parse(String html) {
        Document document = Document.createShell("");
        document.outputSettings().prettyPrint(false);
        Element page = document.body().appendElement("div").id("lodestar");
        for (Node node : Parser.parseFragment(html.replaceAll("\r\n?", "\n"), new Element("template"), "")) {
            page.appendChild(node);
        }
        return page;
    }

    /** An element with all that is in it, for comparison: how jsoup writes an element depends on those it has seen. */
    private static String tree(Element root) {
        StringBuilder tree = new StringBuilder();
        root.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    tree.append(text.getWholeText());
                } else if (node instanceof Element element) {
                    tree.append("\u0001")
                            .append(element.tag().namespace())
                            .append(' ')
                            .append(element.normalName());
                    tree.append(element.attributes()).append("\u0002");
                } else {
                    tree.append("\u0001").append(node);
                }
            }

            @Override
            public void tail(Node node, int depth) {
                tree.append(node instanceof TextNode ? "" : "\u0003\n");
            }
        });
        return tree.toString();
    }
}
