package dev.lodestar.processor.template;

import java.util.ArrayList;
import java.util.List;

/** A section, parent or block that is open, or the whole template, and what was found in it so far. */
final class Level {
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
     * @param position where that is
     * @param bodyStart the index at which the text in it begins
     * @param delimiters those at its start
     */
    Level(String command, Tag tag, Position position, int bodyStart, Delimiters delimiters) {
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

    /** What it is, for a message. */
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

    /** What a block has between its tags, of which the second one begins at an index. */
    Extent extent(Source source, int bodyEnd) {
        return new Extent(source, bodyStart, Math.max(bodyStart, bodyEnd), bodyStart != tag.end(), atStart);
    }

    /** The delimiters as the parser has them for this level. */
    Delimiters known() {
        return known;
    }

    void setKnown(Delimiters delimiters) {
        known = delimiters;
    }

    /** What was found, in its order. */
    List<Node> nodes() {
        return nodes;
    }
}
