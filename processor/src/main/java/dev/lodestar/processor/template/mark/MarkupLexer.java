package dev.lodestar.processor.template.mark;

import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.template.place.HtmlCharacters;
import org.jspecify.annotations.Nullable;

/**
 * Splits the texts of a renderer into tags and what is between them, as the HTML standard's tokenization (section
 * 13.2.5) does, and throws {@link Unclear} at whatever it would correct.
 */
final class MarkupLexer {
    private final Handler handler;
    private final StringBuilder word = new StringBuilder();
    private final StringBuilder value = new StringBuilder();
    private In in = In.CONTENT;
    private int text;
    private int offset;
    private int dashes;

    /** How many sections there are around this place, around the tag, and around the attribute. */
    private int sections;

    private int tagSections;
    private int attributeSections;

    private @Nullable StartTag tag;
    private Spot tagStart = Spot.NONE;
    private Spot id = Spot.NONE;
    private Spot valueStart = Spot.NONE;
    private String attribute = "";
    private char quote;
    private boolean isVaried;

    MarkupLexer(Handler handler) {
        this.handler = handler;
    }

    /** Is told what is found. */
    interface Handler {
        /** A character between tags. */
        void character(char c);

        /** The beginning of a comment. */
        void comment();

        /** The name of a start tag. */
        StartTag begun(String name);

        /** The end of a start tag, which has a slash before it if it {@code isEmpty}. */
        void opened(StartTag started, boolean isEmpty);

        /** An end tag. */
        void closed(String name);
    }

    /**
     * A place in the texts.
     *
     * @param text the number of the text
     * @param offset an index in it
     */
    record Spot(int text, int offset) {
        static final Spot NONE = new Spot(-1, -1);
    }

    private enum In {
        CONTENT,
        /** After {@code <}. */
        TAG,
        TAG_NAME,
        /** After something in a tag that a blank or the end of the tag must follow. */
        UNDELIMITED,
        BETWEEN,
        NAME,
        AFTER_NAME,
        BEFORE_VALUE,
        QUOTED,
        UNQUOTED,
        SLASH,
        END_NAME,
        AFTER_END_NAME,
        /** After {@code <!}. */
        DECLARATION,
        COMMENT
    }

    /** Where texts can part that are written or not. */
    record State(In in, @Nullable StartTag tag, int attributes, String attribute, char quote) {}

    /** Reads the text of a number; the next one follows it at once. */
    void read(String characters, int number) {
        text = number;
        for (offset = 0; offset < characters.length(); offset++) {
            read(characters.charAt(offset));
        }
    }

    /** Reads a value, which is a part of an attribute's value. */
    void value() {
        Unclear.unless(in == In.QUOTED && !endsWithAngle());
        value.append(ExpressionModule.VALUE);
    }

    boolean isInContent() {
        return in == In.CONTENT;
    }

    /** Where the current tag begins. */
    Spot tagStart() {
        return tagStart;
    }

    /** Where the value of the current tag's id begins. */
    Spot id() {
        return id;
    }

    /** The place after the character that is read. */
    Spot end() {
        return new Spot(text, offset + 1);
    }

    /** Ends what does not go on after something that is no text. */
    void settle() {
        switch (in) {
            case TAG_NAME -> beginTag();
            case NAME, AFTER_NAME -> addWithoutValue();
            case UNQUOTED -> add();
            case CONTENT, UNDELIMITED, BETWEEN, QUOTED -> {}
            default -> throw new Unclear();
        }
    }

    /** Begins what is written or not. */
    State enter() {
        settle();
        sections++;
        return state();
    }

    private State state() {
        return in == In.QUOTED
                ? new State(in, tag, current().size(), attribute, quote)
                : new State(in, tag, 0, "", ' ');
    }

    /** Ends what is written, and begins again with what is written in place of it. Returns where it ends. */
    State otherwise(State before) {
        settle();
        State end = state();
        Unclear.unless(before.in() != In.QUOTED || end.equals(before));
        in = before.in();
        tag = before.tag();
        return end;
    }

    /** Ends what is written or not. What follows must be right after either. */
    void leave(State end) {
        settle();
        sections--;
        isVaried = true;
        boolean isInTag = isInTag(in) && isInTag(end.in()) && tag == end.tag();
        Unclear.unless(isInTag || state().equals(end));
        if (isInTag && in != end.in()) {
            in = In.UNDELIMITED;
        }
    }

    private static boolean isInTag(In in) {
        return in == In.BETWEEN || in == In.UNDELIMITED;
    }

    private void read(char c) {
        switch (in) {
            case CONTENT -> readContent(c);
            case TAG -> readTag(c);
            case TAG_NAME -> {
                if (isOfTagName(c)) {
                    word.append(c);
                } else {
                    beginTag();
                    read(c);
                }
            }
            case UNDELIMITED -> {
                Unclear.unless(HtmlCharacters.isSpace(c) || c == '/' || c == '>');
                readBetween(c);
            }
            case BETWEEN -> readBetween(c);
            case NAME, AFTER_NAME -> readName(c);
            case BEFORE_VALUE -> readBeforeValue(c);
            case QUOTED -> readQuoted(c);
            case UNQUOTED -> readUnquoted(c);
            case SLASH -> {
                Unclear.unless(c == '>');
                endTag(true);
            }
            case END_NAME, AFTER_END_NAME -> readEndName(c);
            case DECLARATION -> readDeclaration(c);
            case COMMENT -> readComment(c);
        }
    }

    private void readContent(char c) {
        if (c == '<') {
            tagStart = new Spot(text, offset);
            in = In.TAG;
        } else {
            handler.character(c);
        }
    }

    private void readTag(char c) {
        word.setLength(0);
        dashes = 0;
        switch (c) {
            case '/' -> in = In.END_NAME;
            case '!' -> in = In.DECLARATION;
            default -> {
                Unclear.unless(HtmlCharacters.isLetter(c));
                word.append(c);
                in = In.TAG_NAME;
            }
        }
    }

    private void beginTag() {
        tag = handler.begun(word.toString());
        tagSections = sections;
        id = Spot.NONE;
        in = In.UNDELIMITED;
    }

    private void readBetween(char c) {
        if (c == '>') {
            endTag(false);
        } else if (c == '/') {
            in = In.SLASH;
        } else if (HtmlCharacters.isSpace(c)) {
            in = In.BETWEEN;
        } else {
            Unclear.unless(isOfName(c));
            word.setLength(0);
            word.append(c);
            in = In.NAME;
        }
    }

    private void readName(char c) {
        if (c == '=') {
            attribute = word.toString();
            in = In.BEFORE_VALUE;
        } else if (HtmlCharacters.isSpace(c)) {
            in = In.AFTER_NAME;
        } else if (in == In.NAME && isOfName(c)) {
            word.append(c);
        } else {
            addWithoutValue();
            readBetween(c);
        }
    }

    private void addWithoutValue() {
        in = in == In.NAME ? In.UNDELIMITED : In.BETWEEN;
        Unclear.unless(!word.toString().equals("id"));
        current().add(new Attribute(word.toString(), "", sections > tagSections, false));
    }

    private void readBeforeValue(char c) {
        if (HtmlCharacters.isSpace(c)) {
            return;
        }
        value.setLength(0);
        isVaried = false;
        attributeSections = sections;
        if (c == '"' || c == '\'') {
            valueStart = new Spot(text, offset + 1);
            quote = c;
            in = In.QUOTED;
        } else {
            Unclear.unless(isOfName(c) || c == '/');
            valueStart = new Spot(text, offset);
            value.append(c);
            in = In.UNQUOTED;
        }
    }

    private void readQuoted(char c) {
        if (c == quote) {
            add();
            return;
        }
        // Clients look at the text of a patch for the tags of a whole document, and see them in values, too.
        Unclear.unless(c != 0 && !(endsWithAngle() && (c == '/' || HtmlCharacters.isLetter(c))));
        value.append(c);
    }

    private boolean endsWithAngle() {
        return value.length() > 0 && value.charAt(value.length() - 1) == '<';
    }

    private void readUnquoted(char c) {
        if (isOfName(c) || c == '/') {
            value.append(c);
        } else {
            add();
            read(c);
        }
    }

    private void add() {
        if (attribute.equals("id")) {
            Unclear.unless(value.length() > 0);
            id = valueStart;
        }
        in = In.UNDELIMITED;
        current().add(new Attribute(attribute, value.toString(), attributeSections > tagSections, isVaried));
    }

    private void endTag(boolean isEmpty) {
        StartTag ended = current();
        tag = null;
        in = In.CONTENT;
        handler.opened(ended, isEmpty);
    }

    private StartTag current() {
        if (tag == null) {
            throw new IllegalStateException("There is no tag here.");
        }
        return tag;
    }

    private void readEndName(char c) {
        if (c == '>') {
            in = In.CONTENT;
            handler.closed(word.toString());
        } else if (HtmlCharacters.isSpace(c)) {
            in = In.AFTER_END_NAME;
        } else {
            Unclear.unless(in == In.END_NAME && isOfTagName(c));
            word.append(c);
        }
    }

    private void readDeclaration(char c) {
        Unclear.unless(c == '-');
        if (++dashes == 2) {
            handler.comment();
            dashes = 0;
            in = In.COMMENT;
        }
    }

    /** A comment may end in other ways, too, and clients see tags in it. */
    private void readComment(char c) {
        if (dashes == 2) {
            Unclear.unless(c == '>');
            in = In.CONTENT;
        } else {
            Unclear.unless(c != 0 && c != '<' && c != '>');
            dashes = c == '-' ? dashes + 1 : 0;
        }
    }

    private static boolean isOfTagName(char c) {
        return HtmlCharacters.isLetter(c) || HtmlCharacters.isDigit(c) || c == '-';
    }

    private static boolean isOfName(char c) {
        return c > ' ' && "\"'/<=>`".indexOf(c) < 0;
    }
}
