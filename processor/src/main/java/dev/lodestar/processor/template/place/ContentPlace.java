package dev.lodestar.processor.template.place;

import java.util.Optional;

/** A place outside tags, or at the start of one. */
public sealed interface ContentPlace extends Place {
    /** Between tags. */
    record Content() implements ContentPlace {
        @Override
        public Place next(char c) {
            return c == '<' ? new TagStart(false) : this;
        }

        @Override
        public Slot slot() {
            return new Slot.Escaped(Escaping.CONTENT);
        }

        @Override
        public String where() {
            return "between elements";
        }
    }

    /**
     * At the start of an element whose first character a browser drops if it is a line end.
     *
     * @param content what the place is otherwise
     */
    record FirstLine(Place content) implements ContentPlace {
        @Override
        public Place next(char c) {
            return content.next(c);
        }

        @Override
        public Slot slot() {
            return content.slot();
        }

        @Override
        public Place afterValue() {
            return content.afterValue();
        }

        @Override
        public Optional<Place> join(Place other) {
            return content.join(other);
        }

        @Override
        public String where() {
            return content.where();
        }
    }

    /** After {@code <} or {@code </}. */
    record TagStart(boolean closing) implements ContentPlace {
        @Override
        public Place next(char c) {
            if (HtmlCharacters.isLetter(c)) {
                return new TagPlace.Name(String.valueOf(HtmlCharacters.lower(c)), closing);
            }
            if (closing) {
                return c == '>' ? START : new Declaration("");
            }
            return switch (c) {
                case '/' -> new TagStart(true);
                case '!' -> new Declaration("!");
                case '?' -> new Declaration("");
                default -> START.next(c);
            };
        }

        @Override
        public Slot slot() {
            return new Slot.Refused("An element's name cannot be a value. Choose between elements with sections.");
        }

        @Override
        public String where() {
            return "at the start of a tag";
        }
    }

    /**
     * In {@code <!DOCTYPE html>} or the like.
     *
     * @param start what was read while it could still become a comment
     */
    record Declaration(String start) implements ContentPlace {
        @Override
        public Place next(char c) {
            if (c == '-' && start.equals("!-")) {
                return new Comment(2);
            }
            if (c == '[' && start.equals("!")) {
                return new Broken("What follows <![ is text in SVG and a comment in HTML. Write the text itself, with"
                        + " &lt; for each < in it.");
            }
            if (c == '-' && start.equals("!")) {
                return new Declaration("!-");
            }
            return c == '>' ? START : new Declaration("");
        }

        @Override
        public Slot slot() {
            return new Slot.Refused("A value is not allowed in a declaration. Write the declaration out.");
        }

        @Override
        public Place settled() {
            return new Declaration("");
        }

        @Override
        public String where() {
            return "inside <!…>";
        }
    }

    /**
     * In a comment.
     *
     * @param dashes how many of the last characters are dashes; 2 at the start of the comment, where {@code >} ends it
     *     as well; 3 after {@code --!}
     */
    record Comment(int dashes) implements ContentPlace {
        @Override
        public Place next(char c) {
            return switch (c) {
                case '-' -> new Comment(dashes == 3 ? 1 : Math.min(2, dashes + 1));
                case '!' -> new Comment(dashes == 2 ? 3 : 0);
                case '>' -> dashes >= 2 ? START : new Comment(0);
                default -> new Comment(0);
            };
        }

        @Override
        public Slot slot() {
            return new Slot.Refused("A value is not allowed in an HTML comment, which it could end. Move it out of"
                    + " the comment, or turn the comment into a {{! template comment }}.");
        }

        @Override
        public Place settled() {
            return new Comment(0);
        }

        @Override
        public String where() {
            return "inside a comment";
        }
    }

    /**
     * In an element that contains text but no elements.
     *
     * @param recent the last characters while they can become the end tag or a comment
     * @param hasTags whether it contains what would be a tag elsewhere, as in SVG, where these elements contain
     *     elements
     */
    record RawText(String element, String recent, boolean hasTags) implements ContentPlace {
        private static final String COMMENT = "<!--";

        RawText(String element) {
            this(element, "", false);
        }

        @Override
        public Place next(char c) {
            String end = "</" + element;
            if (recent.equals(end) && (HtmlCharacters.isSpace(c) || c == '/' || c == '>')) {
                return new TagPlace.Name(element, true).next(c);
            }
            String longer = recent + HtmlCharacters.lower(c);
            if (element.equals("script") && longer.equals(COMMENT)) {
                return new Broken("After <!-- in a script, a browser may miss the script's end. Remove it, or write"
                        + " \\x3c!-- in a string.");
            }
            if (end.startsWith(longer) || COMMENT.startsWith(longer)) {
                return new RawText(element, longer, hasTags);
            }
            boolean tag = recent.length() > 1 || recent.equals("<") && (HtmlCharacters.isLetter(c) || c == '?');
            return new RawText(element, c == '<' ? "<" : "", hasTags || tag);
        }

        @Override
        public Slot slot() {
            return switch (element) {
                case "script" ->
                    new Slot.Refused(
                            "A value is not allowed in <script>, where no escaping is safe. Pass it to the page as a"
                                    + " signal, as in data-signals:name=\"{{name}}\", or use a data-* attribute.");
                case "style" ->
                    new Slot.Refused(
                            "A value is not allowed in <style>, where no escaping is safe. Choose a class with a"
                                    + " section, or use a data-style:* attribute.");
                case "textarea", "title" ->
                    hasTags
                            ? new Slot.Refused("A value is not allowed in <" + element + "> after what looks like a"
                                    + " tag, and is one inside <svg>. Write &lt; instead of that <.")
                            : new Slot.Escaped(Escaping.TEXT);
                default ->
                    new Slot.Refused("A value is not allowed in <" + element + ">, where a browser does not decode"
                            + " escapes. Use another element, such as <pre>.");
            };
        }

        @Override
        public Place settled() {
            return new RawText(element, "", hasTags || !recent.isEmpty());
        }

        @Override
        public Optional<Place> join(Place other) {
            return other instanceof RawText text && text.element.equals(element)
                    ? Optional.of(new RawText(element, "", hasTags || text.hasTags))
                    : ContentPlace.super.join(other);
        }

        @Override
        public String where() {
            return "inside <" + element + ">";
        }
    }
}
