package dev.lodestar.processor.template;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.type.RecordType;
import dev.lodestar.processor.type.RecordTypes;
import dev.lodestar.processor.type.ValueType.RecordOf;
import java.util.List;
import java.util.Optional;

/**
 * Compiles templates into renderers. One instance is for one compilation of an application; it reads each file once.
 * Not thread-safe.
 */
public final class TemplateCompiler {
    private final Library library;
    private final References references;
    private final NameResolver names;
    private final Optional<ExpressionModule> module;

    /**
     * @param records every record that a template can reach
     * @param templates finds the templates
     * @param references finds what templates refer to
     * @param module takes the expressions of the templates; without one they stand in the markup
     */
    public TemplateCompiler(
            RecordTypes records, Templates templates, References references, Optional<ExpressionModule> module) {
        this.library = new Library(templates);
        this.references = references;
        this.names = new NameResolver(records);
        this.module = module;
    }

    /**
     * Compiles one template.
     *
     * @param path its path below {@code templates/}
     * @param record the record that it shows
     * @param renderer the name of the class to make, in the record's package
     * @return the renderer, or everything that is wrong with the template
     */
    public Compilation compile(String path, RecordType record, ClassName renderer) {
        Optional<Parsed> found = library.find(path, "");
        if (found.isEmpty()) {
            return new Compilation.Faulty(List.of(new Fault(path, 1, 1, library.unknown(path), "")));
        }
        Parsed parsed = found.get();
        Local page = new Local(new RecordOf(record.name()), List.of(Names.ofType(record.name())), false);
        Check check = new Check(library, references, names, module);
        check.noteRead(path);
        check.report(parsed.faults());
        Body body = new BodyChecker(
                        check, new Passage(parsed.source(), "", Blocks.NONE), Context.of(List.of(page)), Place.START)
                .checkAll(parsed.nodes());
        if (!check.faults().isEmpty()) {
            return new Compilation.Faulty(check.faults());
        }
        RenderMethod render = new RenderMethod("render", List.of(page));
        render.setSteps(body.steps());
        return new Compilation.Compiled(
                new RendererWriter(path, renderer).write(render),
                check.templatesRead(),
                check.referencesUsed(),
                check.keylessLists());
    }
}
