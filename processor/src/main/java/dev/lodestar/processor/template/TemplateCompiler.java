package dev.lodestar.processor.template;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.template.check.CheckedTemplate;
import dev.lodestar.processor.template.check.References;
import dev.lodestar.processor.template.check.TemplateChecker;
import dev.lodestar.processor.template.mark.ElementMarks;
import dev.lodestar.processor.template.parse.Fault;
import dev.lodestar.processor.template.parse.Library;
import dev.lodestar.processor.template.parse.Parsed;
import dev.lodestar.processor.template.parse.Templates;
import dev.lodestar.processor.template.write.RendererWriter;
import dev.lodestar.processor.type.RecordType;
import dev.lodestar.processor.type.RecordTypes;
import java.util.List;
import java.util.Optional;

/**
 * Compiles templates into renderers. Use one instance for each compilation of an application; it reads each file once.
 * Not thread-safe.
 */
public final class TemplateCompiler {
    private final Library library;
    private final TemplateChecker checker;

    /**
     * @param records every record that a template can reach
     * @param templates finds the templates
     * @param references finds what templates refer to
     * @param module receives the expressions of the templates; without one they stay in the markup
     */
    public TemplateCompiler(
            RecordTypes records, Templates templates, References references, Optional<ExpressionModule> module) {
        this.library = new Library(templates);
        this.checker = new TemplateChecker(library, records, references, module);
    }

    /**
     * Compiles one template.
     *
     * @param path its path below {@code templates/}
     * @param record the record that it shows
     * @param renderer the name of the class to generate, in the record's package
     * @return the renderer, or everything that is wrong with the template
     */
    public Compilation compile(String path, RecordType record, ClassName renderer) {
        Optional<Parsed> parsed = library.find(path, "");
        if (parsed.isEmpty()) {
            return new Compilation.Faulty(List.of(new Fault(path, 1, 1, library.unknown(path), "")));
        }
        CheckedTemplate checked = checker.check(path, parsed.get(), record);
        if (!checked.faults().isEmpty()) {
            return new Compilation.Faulty(checked.faults());
        }
        ElementMarks.addTo(checked.render());
        return new Compilation.Compiled(
                new RendererWriter(path, renderer).write(checked.render()),
                checked.templatesRead(),
                checked.referencesUsed(),
                checked.keylessLists());
    }
}
