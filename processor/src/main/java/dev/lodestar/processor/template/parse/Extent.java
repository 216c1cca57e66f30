package dev.lodestar.processor.template.parse;

/**
 * A part of a template's text.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 * @param startsLine whether it counts as the start of a line
 * @param delimiters the delimiters of tags at its start
 */
public record Extent(Source source, int start, int end, boolean startsLine, Delimiters delimiters) {
    /** The indentation that its lines have in common. */
    public String indentation() {
        return Indentation.common(source.text().substring(start, end), startsLine);
    }

    public boolean isBlank() {
        return source.text().substring(start, end).isBlank();
    }

    /** The text as a source, whose lines lose the indentation they have in common. */
    Source text() {
        return source.part(start, end, startsLine);
    }
}
