package dev.lodestar.processor.template.parse;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.TemplateContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds nodes from what the parser reports. One instance visits all levels of a template: {@link TagScanner} announces
 * each tag before the parser says what it is. The {@code Mustache} objects that the parser passes around are not
 * needed.
 */
final class NodeBuilder implements MustacheVisitor {
    private final Source source;
    private final List<Fault> faults = new ArrayList<>();
    private final Deque<OpenSection> levels = new ArrayDeque<>();
    private Delimiters delimiters;
    private OpenSection closed;
    private Tag tag = new Tag(0, 0, -1, -1);
    private Position position = new Position(1, 1);
    private int textStart;
    private int bodyEnd;

    NodeBuilder(Source source, Delimiters delimiters) {
        this.source = source;
        this.delimiters = delimiters;
        this.closed = new OpenSection("", tag, position, 0, delimiters);
        levels.push(closed);
    }

    Parsed parsed() {
        return new Parsed(source, closed.nodes(), faults);
    }

    /** The current delimiters. */
    Delimiters delimiters() {
        return delimiters;
    }

    /** The tag that restores the delimiters which the parser forgets when the current section ends. */
    Optional<String> forgotten() {
        Delimiters known = outer().known();
        outer().setKnown(delimiters);
        return known.equals(delimiters)
                ? Optional.empty()
                : Optional.of(known.tag("=" + delimiters.open() + " " + delimiters.close() + "="));
    }

    /** The fault for the innermost section that is still open. */
    Fault unclosed() {
        return source.fault(
                level().position(),
                "The " + level().kind() + " " + level().name() + " is never closed. Write " + endTag(level())
                        + " where it ends.");
    }

    boolean isInSection() {
        return levels.size() > 1;
    }

    /** Adds the text before a tag and records where the tag is, which the parser will report next. */
    void tag(String command, Tag found) {
        tag = found;
        position = source.position(tag.start());
        switch (command.charAt(0)) {
            case '#', '^', '?' -> {
                cutSilent();
                open(command);
            }
            case '$' -> openBlock(command);
            case '<' -> {
                cut(tag.start(), tag.end());
                open(command);
            }
            case '/' -> close(command.substring(1).strip());
            case '=' -> {
                cutSilent();
                setDelimiters(command.substring(1));
            }
            case '>', '!', '%' -> cutSilent();
            default -> cut(tag.start(), tag.end());
        }
    }

    private void setDelimiters(String definition) {
        delimiters = Delimiters.parse(definition)
                .orElseThrow(() -> fault("Change delimiters as in {{=<% %>=}}: one or two characters that open a tag,"
                        + " a space, and one or two that close it."));
        level().setKnown(delimiters);
    }

    private void open(String command) {
        levels.push(new OpenSection(command, tag, position, textStart, delimiters));
    }

    /** Text around a block in a parent is not written, so only the side that faces the block decides. */
    private void openBlock(String command) {
        if (level().isParent()) {
            cut(tag.start(), tag.endsLine() ? tag.lineEnd() : tag.end());
            open(command);
        } else if (tag.isAlone()) {
            cutSilent();
            open(command);
        } else {
            // The indentation before it belongs to it: what fills it has the same before each of its lines.
            cut(tag.start() - tag.indentation(source).length(), tag.end());
            open(command);
            addText(tag.start() - tag.indentation(source).length(), tag.start());
        }
    }

    private void close(String name) {
        requireMatch(name);
        if (level().isParent()) {
            cut(tag.start(), tag.end());
        } else if (level().isBlock() && outer().isParent()) {
            cut(tag.start() - tag.indentation(source).length(), tag.end());
        } else {
            cutSilent();
        }
    }

    /** Ends the text before a tag that writes nothing, and drops its line if it is alone there. */
    private void cutSilent() {
        if (tag.isAlone()) {
            cut(tag.lineStart(), tag.lineEnd());
        } else {
            cut(tag.start(), tag.end());
        }
    }

    private void cut(int textEnd, int nextText) {
        addText(textStart, textEnd);
        bodyEnd = textEnd;
        textStart = nextText;
    }

    private void addText(int start, int end) {
        if (start < end) {
            level().nodes().add(new Node.Text(source.text().substring(start, end), start, source.position(start)));
        }
    }

    private void requireMatch(String name) {
        if (!isInSection()) {
            throw fault("This closes " + name + ", but no section is open here.");
        }
        if (!level().name().equals(name)) {
            throw fault("This closes " + name + ", but the " + level().kind() + " that is open here is "
                    + level().name() + ", from line " + level().position().line() + ". Close that first, with "
                    + endTag(level()) + ".");
        }
    }

    private String endTag(OpenSection level) {
        return delimiters.tag("/" + level.name());
    }

    private SyntaxFault fault(String message) {
        return new SyntaxFault(source.fault(position, message));
    }

    private void report(Position where, String message) {
        faults.add(source.fault(where, message));
    }

    private OpenSection level() {
        return levels.getFirst();
    }

    private OpenSection outer() {
        return levels.stream().skip(1).findFirst().orElseThrow();
    }

    private void add(Node node) {
        level().nodes().add(node);
    }

    @Override
    public @Nullable Mustache mustache(TemplateContext context) {
        closed = levels.pop();
        return null;
    }

    @Override
    public void iterable(TemplateContext context, String name, Mustache mustache) {
        add(new Node.Section(name, false, closed.nodes(), closed.position()));
    }

    @Override
    public void notIterable(TemplateContext context, String name, Mustache mustache) {
        add(new Node.Section(name, true, closed.nodes(), closed.position()));
    }

    @Override
    public void partial(TemplateContext context, String name, String indent) {
        add(new Node.Partial(name, tag.isAlone() ? tag.indentation(source) : "", position));
    }

    @Override
    public void extend(TemplateContext context, String name, Mustache mustache) {
        if (name.startsWith("*")) {
            refuseDynamicName(closed.position());
        }
        boolean isAlone = closed.tag().beginsLine() && tag.endsLine();
        String indentation = isAlone ? closed.tag().indentation(source) : "";
        if (isAlone) {
            textStart = tag.lineEnd();
            withoutLast(indentation.length());
        }
        List<Node.Block> fills = BlockFillings.of(name, closed.nodes(), this::report);
        add(new Node.Parent(new Node.Partial(name, indentation, closed.position()), fills));
    }

    /** Removes the last characters of the last text. */
    private void withoutLast(int characters) {
        if (characters > 0 && level().nodes().remove(level().nodes().size() - 1) instanceof Node.Text text) {
            addText(text.offset(), text.offset() + text.text().length() - characters);
        }
    }

    @Override
    public void name(TemplateContext context, String name, Mustache mustache) {
        Extent extent = closed.extent(source, bodyEnd);
        String indentation = closed.tag().isAlone() && !extent.isBlank()
                ? extent.indentation()
                : closed.tag().indentation(source);
        add(new Node.Block(name, closed.nodes(), extent, indentation, closed.position()));
    }

    @Override
    public void value(TemplateContext context, String name, boolean escaped) {
        String stripped = name.strip();
        add(Reference.parse(stripped)
                .<Node>map(reference -> new Node.Link(reference, position))
                .orElseGet(() -> new Node.Variable(stripped, escaped, position)));
    }

    @Override
    public void dynamicPartial(TemplateContext context, String name, String indent) {
        refuseDynamicName(position);
    }

    private void refuseDynamicName(Position where) {
        report(
                where,
                "The name of a template cannot be a value, since templates are compiled before values are known."
                        + " Choose between them with sections, as in {{#isImage}}{{>image}}{{/isImage}}.");
    }

    @Override
    public void pragma(TemplateContext context, String pragma, String arguments) {
        report(position, "Pragmas are not supported. Remove this tag.");
    }

    @Override
    public void checkName(TemplateContext context, String name, Mustache mustache) {
        report(closed.position(), "There is no tag {{?" + name + "}}. Write {{#" + name + "}}.");
    }

    @Override
    public void write(TemplateContext context, String text) {}

    @Override
    public void comment(TemplateContext context, String comment) {}

    @Override
    public void eof(TemplateContext context) {
        addText(textStart, source.text().length());
    }
}
