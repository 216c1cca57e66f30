package dev.lodestar.processor.template.parse;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheFactory;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.ObjectHandler;
import java.io.Reader;
import java.io.Writer;

/**
 * Watches the parser, which asks its factory to translate the content of every tag right after it has read the tag's
 * end. That is when this finds out the tag's exact place and what is wrong with it.
 */
final class TagScanner implements MustacheFactory {
    /** The characters after the opening delimiter that a name must follow. */
    private static final String NAMING = "#^/>&{$<?";

    private final Source source;
    private final OffsetReader reader;
    private final NodeBuilder nodes;
    private int tagEnd;
    private boolean isRestoring;

    TagScanner(Source source, OffsetReader reader, NodeBuilder nodes) {
        this.source = source;
        this.reader = reader;
        this.nodes = nodes;
    }

    @Override
    public String translate(String content) {
        if (isRestoring) {
            isRestoring = false;
            return content;
        }
        Delimiters delimiters = nodes.delimiters();
        int start = source.text().indexOf(delimiters.open(), tagEnd);
        Position position = source.position(start);
        requireClosed(delimiters, start, position);
        String command = command(content.strip(), delimiters, position);
        tagEnd = reader.offset() + (command.startsWith("{") ? 1 : 0);
        nodes.tag(command, Tag.at(source, start, tagEnd));
        if (command.startsWith("/")) {
            nodes.forgotten().ifPresent(this::restore);
        }
        return command;
    }

    /** The parser forgets the delimiters set in a section when it ends; Mustache does not. */
    private void restore(String delimiterTag) {
        isRestoring = true;
        reader.insert(delimiterTag);
    }

    private void requireClosed(Delimiters delimiters, int start, Position position) {
        int close = reader.offset() - delimiters.close().length();
        boolean closed =
                close >= start + delimiters.open().length() && source.text().startsWith(delimiters.close(), close);
        if (!closed) {
            throw fault(
                    position,
                    "This tag is never closed. Write " + delimiters.close() + " where it ends. To show "
                            + delimiters.open() + " in a page, choose other delimiters before it, as in {{=<% %>=}}.");
        }
    }

    /** The command as the parser should see it: it gets three braces wrong when the delimiters are not braces. */
    private String command(String content, Delimiters delimiters, Position position) {
        boolean empty = content.isEmpty()
                || NAMING.indexOf(content.charAt(0)) >= 0
                        && content.substring(1).isBlank();
        if (empty) {
            throw fault(position, "This tag is empty. Write the name of a component of the record between the braces.");
        }
        if (!content.startsWith("{")) {
            return content;
        }
        if (delimiters.equals(Delimiters.BRACES)) {
            if (source.text().startsWith("}", reader.offset())) {
                return content;
            }
        } else if (content.endsWith("}")) {
            return "&" + content.substring(1, content.length() - 1);
        }
        throw fault(position, "This tag begins with three braces but does not end with three.");
    }

    private SyntaxFault fault(Position position, String message) {
        return new SyntaxFault(source.fault(position, message));
    }

    @Override
    public MustacheVisitor createMustacheVisitor() {
        return nodes;
    }

    @Override
    public Reader getReader(String resourceName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void encode(String value, Writer writer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ObjectHandler getObjectHandler() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mustache compile(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Mustache compile(Reader reader, String name) {
        throw new UnsupportedOperationException();
    }
}
