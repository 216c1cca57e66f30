package dev.lodestar.processor.template.parse;

import java.util.Optional;

/** The delimiters of a tag: one or two characters each. */
record Delimiters(String open, String close) {
    static final Delimiters BRACES = new Delimiters("{{", "}}");

    /** Parses the text between the equals signs of a {@code {{=<% %>=}}} tag. */
    static Optional<Delimiters> parse(String definition) {
        String[] parts = definition.strip().split("\\s+");
        return parts.length == 2 && parts[0].length() <= 2 && parts[1].length() <= 2
                ? Optional.of(new Delimiters(parts[0], parts[1]))
                : Optional.empty();
    }

    /** A tag with this content. */
    String tag(String content) {
        return open + content + close;
    }
}
