package dev.lodestar.processor.template;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.TemplateContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes nodes of what the parser reports. One instance visits all levels of a template: {@link TagScanner} announces
 * each tag before the parser says what it is. The {@code Mustache} that the parser hands around is not needed.
 */
final class NodeBuilder implements MustacheVisitor {
    private final Source source;
    private final List<Fault> faults = new ArrayList<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private Level closed;
    private Position position = new Position(1, 1);
    private String indentation = "";
    private int textStart;

    NodeBuilder(Source source) {
        this.source = source;
        this.closed = new Level("", position, Delimiters.BRACES);
        levels.push(closed);
    }

    /** A section that is open, or the whole template: its tag's content, and what was found in it so far. */
    private static final class Level {
        final String command;
        final Position position;
        final List<Node> nodes = new ArrayList<>();
        Delimiters delimiters;

        Level(String command, Position position, Delimiters delimiters) {
            this.command = command;
            this.position = position;
            this.delimiters = delimiters;
        }

        String name() {
            return command.substring(1).strip();
        }
    }

    Parsed parsed() {
        return new Parsed(source, closed.nodes, faults);
    }

    /** The delimiters now; as the parser has it, a change holds until the end of the section that it stands in. */
    Delimiters delimiters() {
        return level().delimiters;
    }

    /** The fault of the innermost section that is still open. */
    Fault unclosed() {
        return source.fault(
                level().position,
                "The section " + level().name() + " is never closed. Write " + endTag(level()) + " where it ends.");
    }

    boolean isInSection() {
        return levels.size() > 1;
    }

    /** Adds the text before a tag and notes where the tag is, which the parser will report next. */
    void tag(String command, Tag tag) {
        textUntil(tag.textEnd());
        textStart = tag.nextText();
        position = source.position(tag.start());
        indentation = tag.indentation(source);
        switch (command.charAt(0)) {
            case '#', '^', '$', '<', '?' -> levels.push(new Level(command, position, delimiters()));
            case '/' -> requireMatch(command.substring(1).strip());
            case '=' ->
                level().delimiters = Delimiters.parse(command.substring(1))
                        .orElseThrow(() -> fault(
                                "Delimiters are changed like {{=<% %>=}}: one or two characters that open a tag, a"
                                        + " space, and one or two that close it."));
            default -> {}
        }
    }

    private void textUntil(int end) {
        if (textStart < end) {
            level().nodes
                    .add(new Node.Text(source.text().substring(textStart, end), textStart, source.position(textStart)));
        }
    }

    private void requireMatch(String name) {
        if (!isInSection()) {
            throw fault("This closes " + name + ", but no section is open here.");
        }
        if (!level().name().equals(name)) {
            throw fault("This closes " + name + ", but the section that is open here is " + level().name()
                    + ", from line " + level().position.line() + ". Close that first, with " + endTag(level()) + ".");
        }
    }

    private static String endTag(Level level) {
        return level.delimiters.tag("/" + level.name());
    }

    private SyntaxFault fault(String message) {
        return new SyntaxFault(source.fault(position, message));
    }

    private void unsupported(Position where, String what) {
        faults.add(source.fault(where, what + " not supported yet."));
    }

    private Level level() {
        return levels.getFirst();
    }

    @Override
    public @Nullable Mustache mustache(TemplateContext context) {
        closed = levels.pop();
        return null;
    }

    @Override
    public void iterable(TemplateContext context, String name, Mustache mustache) {
        level().nodes.add(new Node.Section(name, false, closed.nodes, closed.position));
    }

    @Override
    public void notIterable(TemplateContext context, String name, Mustache mustache) {
        level().nodes.add(new Node.Section(name, true, closed.nodes, closed.position));
    }

    @Override
    public void partial(TemplateContext context, String name, String indent) {
        level().nodes.add(new Node.Partial(name, indentation, position));
    }

    @Override
    public void value(TemplateContext context, String name, boolean escaped) {
        String stripped = name.strip();
        level().nodes
                .add(Reference.parse(stripped)
                        .<Node>map(reference -> new Node.Link(reference, position))
                        .orElseGet(() -> new Node.Variable(stripped, escaped, position)));
    }

    @Override
    public void dynamicPartial(TemplateContext context, String name, String indent) {
        unsupported(position, "A partial whose name is a value is");
    }

    @Override
    public void pragma(TemplateContext context, String pragma, String arguments) {
        unsupported(position, "Pragmas are");
    }

    @Override
    public void extend(TemplateContext context, String name, Mustache mustache) {
        unsupported(closed.position, "Template inheritance, {{<" + name + "}}, is");
    }

    @Override
    public void name(TemplateContext context, String name, Mustache mustache) {
        unsupported(closed.position, "Template inheritance, {{$" + name + "}}, is");
    }

    @Override
    public void checkName(TemplateContext context, String name, Mustache mustache) {
        unsupported(closed.position, "The tag {{?" + name + "}} is");
    }

    @Override
    public void write(TemplateContext context, String text) {}

    @Override
    public void comment(TemplateContext context, String comment) {}

    @Override
    public void eof(TemplateContext context) {
        textUntil(source.text().length());
    }
}
