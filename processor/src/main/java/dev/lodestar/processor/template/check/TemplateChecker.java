package dev.lodestar.processor.template.check;

import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.template.parse.Library;
import dev.lodestar.processor.template.parse.Parsed;
import dev.lodestar.processor.template.place.Place;
import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.RenderMethod;
import dev.lodestar.processor.template.step.SuggestedNames;
import dev.lodestar.processor.type.RecordType;
import dev.lodestar.processor.type.RecordTypes;
import dev.lodestar.processor.type.ValueType.RecordOf;
import java.util.List;
import java.util.Optional;

/** Checks templates against the records that they show. Not thread-safe. */
public final class TemplateChecker {
    private final Library library;
    private final References references;
    private final NameResolver names;
    private final Optional<ExpressionModule> module;

    /**
     * @param library the application's templates
     * @param records every record that a template can reach
     * @param references finds what templates refer to
     * @param module receives the expressions of the templates; without one they stay in the markup
     */
    public TemplateChecker(
            Library library, RecordTypes records, References references, Optional<ExpressionModule> module) {
        this.library = library;
        this.references = references;
        this.names = new NameResolver(records);
        this.module = module;
    }

    /**
     * Checks one template and everything it includes.
     *
     * @param path its path below {@code templates/}
     * @param template what was parsed there
     * @param record the record that it shows
     */
    public CheckedTemplate check(String path, Parsed template, RecordType record) {
        Local page = new Local(new RecordOf(record.name()), List.of(SuggestedNames.ofType(record.name())), false);
        Check check = new Check(library, references, names, module);
        check.noteRead(path);
        check.report(template.faults());
        Passage passage = new Passage(template.source(), "", Blocks.NONE);
        Body body = new BodyChecker(check, passage, Context.of(List.of(page)), Place.START).checkAll(template.nodes());
        RenderMethod render = new RenderMethod("render", List.of(page));
        render.setSteps(body.steps());
        return new CheckedTemplate(
                render, check.faults(), check.templatesRead(), check.referencesUsed(), check.keylessLists());
    }
}
