package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.parse.Library;
import dev.lodestar.processor.template.parse.Node;
import dev.lodestar.processor.template.step.Iteration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a template and everything it includes can take from the place where it is included. */
final class TemplateNeeds implements Node.Visitor<Void> {
    private final Library library;
    private final Set<String> visited = new HashSet<>();
    private final SortedSet<String> blocks = new TreeSet<>();
    private boolean isInList;

    private TemplateNeeds(Library library) {
        this.library = library;
    }

    static TemplateNeeds of(String path, Library library) {
        TemplateNeeds needs = new TemplateNeeds(library);
        needs.include(path);
        return needs;
    }

    /** The names of its blocks. */
    SortedSet<String> blocks() {
        return blocks;
    }

    /** Whether it uses a tag such as {@code {{-index}}}. */
    boolean isInList() {
        return isInList;
    }

    private void include(String path) {
        if (visited.add(path)) {
            library.find(path, "").ifPresent(parsed -> all(parsed.nodes()));
        }
    }

    private void all(List<? extends Node> nodes) {
        nodes.forEach(node -> node.accept(this));
    }

    private void name(String name) {
        isInList |= Iteration.isName(name);
    }

    @Override
    public Void text(Node.Text text) {
        return null;
    }

    @Override
    public Void variable(Node.Variable variable) {
        name(variable.name());
        return null;
    }

    @Override
    public Void link(Node.Link link) {
        isInList |= Iteration.NAMES.stream()
                .anyMatch(name -> link.reference().name().contains("=" + name));
        return null;
    }

    @Override
    public Void section(Node.Section section) {
        name(section.name());
        all(section.body());
        return null;
    }

    @Override
    public Void partial(Node.Partial partial) {
        include(Library.path(partial.name()));
        return null;
    }

    @Override
    public Void parent(Node.Parent parent) {
        partial(parent.partial());
        all(parent.fills());
        return null;
    }

    @Override
    public Void block(Node.Block block) {
        blocks.add(block.name());
        all(block.body());
        return null;
    }
}
