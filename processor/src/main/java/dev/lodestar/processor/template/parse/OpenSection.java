package dev.lodestar.processor.template.parse;

import java.util.ArrayList;
import java.util.List;

/** An open section, parent or block, or the whole template, and what was found in it so far. */
final class OpenSection {
    private final String command;
    private final Tag tag;
    private final Position position;
    private final Delimiters atStart;
    private final int bodyStart;
    private final List<Node> nodes = new ArrayList<>();
    private Delimiters known;

    /**
     * @param command the content of its tag; empty for the whole template
     * @param tag the tag
     * @param position where the tag is
     * @param bodyStart the index at which its text begins
     * @param delimiters the delimiters at its start
     */
    OpenSection(String command, Tag tag, Position position, int bodyStart, Delimiters delimiters) {
        this.command = command;
        this.tag = tag;
        this.position = position;
        this.bodyStart = bodyStart;
        this.atStart = delimiters;
        this.known = delimiters;
    }

    String name() {
        return command.substring(1).strip();
    }

    /** What it is called in messages. */
    String kind() {
        return isParent() ? "parent" : isBlock() ? "block" : "section";
    }

    boolean isParent() {
        return command.startsWith("<");
    }

    boolean isBlock() {
        return command.startsWith("$");
    }

    Tag tag() {
        return tag;
    }

    Position position() {
        return position;
    }

    /** The text of a block between its tags, up to the index at which the second one begins. */
    Extent extent(Source source, int bodyEnd) {
        return new Extent(source, bodyStart, Math.max(bodyStart, bodyEnd), bodyStart != tag.end(), atStart);
    }

    /** The delimiters that the parser assumes for this level. */
    Delimiters known() {
        return known;
    }

    void setKnown(Delimiters delimiters) {
        known = delimiters;
    }

    /** What was found, in order. */
    List<Node> nodes() {
        return nodes;
    }
}
