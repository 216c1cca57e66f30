package dev.lodestar.processor.template;

/**
 * A part of a template's text.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 * @param startsLine whether it is taken to begin where a line does
 * @param delimiters those of the tags at its start
 */
record Extent(Source source, int start, int end, boolean startsLine, Delimiters delimiters) {
    /** The indentation that its lines have in common. */
    String indentation() {
        return Indentation.common(source.text().substring(start, end), startsLine);
    }

    boolean isBlank() {
        return source.text().substring(start, end).isBlank();
    }

    /** Reads it anew, with this in place of the indentation that its lines have. */
    Parsed parse(String indentation) {
        return TemplateParser.parse(source.part(start, end, startsLine).indented(indentation), delimiters);
    }
}
