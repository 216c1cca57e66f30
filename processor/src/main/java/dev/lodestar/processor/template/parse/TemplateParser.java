package dev.lodestar.processor.template.parse;

import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheFactory;
import com.github.mustachejava.MustacheParser;
import java.util.List;

/**
 * Parses a template with mustache.java's parser, which finds the tags and how they nest. Its handling of white space
 * differs from Mustache's rules, so the text between the tags comes from {@link TagScanner}.
 */
final class TemplateParser extends MustacheParser {
    private TemplateParser(MustacheFactory factory) {
        super(factory);
    }

    static Parsed parse(Source source) {
        return parse(source, Delimiters.BRACES);
    }

    /** Parses a text in which tags have these delimiters until others are set. */
    static Parsed parse(Source source, Delimiters delimiters) {
        OffsetReader reader = new OffsetReader(source.text());
        NodeBuilder nodes = new NodeBuilder(source, delimiters);
        TagScanner scanner = new TagScanner(source, reader, nodes);
        try {
            new TemplateParser(scanner).compile(reader, source.file(), delimiters.open(), delimiters.close());
            return nodes.parsed();
        } catch (SyntaxFault e) {
            return new Parsed(source, List.of(), List.of(e.fault()));
        } catch (MustacheException e) {
            Fault fault = nodes.isInSection()
                    ? nodes.unclosed()
                    : source.fault(new Position(1, 1), "This template cannot be read: " + e.getMessage());
            return new Parsed(source, List.of(), List.of(fault));
        }
    }
}
