package dev.lodestar.processor;

import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Application.TemplateRecord;
import dev.lodestar.processor.asset.Resources;
import dev.lodestar.processor.code.RecordClassNames;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.name.Nearest;
import dev.lodestar.processor.template.Compilation;
import dev.lodestar.processor.template.Compilation.Compiled;
import dev.lodestar.processor.template.Compilation.Faulty;
import dev.lodestar.processor.template.TemplateCompiler;
import dev.lodestar.processor.template.check.References;
import dev.lodestar.processor.template.parse.Fault;
import dev.lodestar.processor.template.parse.Templates;
import dev.lodestar.processor.type.RecordTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compiles the template of every record that has one, and reports the problems of a template on its record. */
final class TemplateRenderers implements Templates {
    private static final String FOLDER = "templates";
    private static final String EXTENSION = ".mustache";

    private final Resources resources;
    private final Diagnostics diagnostics;
    private final Application application;
    private final RecordTypes records;
    private final TemplateCompiler compiler;
    private final SortedSet<String> paths;
    private final Set<String> used = new HashSet<>();
    private final Set<Fault> reported = new HashSet<>();

    TemplateRenderers(
            Application application,
            RecordTypes records,
            Resources resources,
            References references,
            Optional<ExpressionModule> module,
            Diagnostics diagnostics)
            throws IOException {
        this.application = application;
        this.records = records;
        this.resources = resources;
        this.diagnostics = diagnostics;
        this.compiler = new TemplateCompiler(records, this, references, module);
        this.paths = new TreeSet<>(resources.files(FOLDER).keySet());
    }

    /** The renderers, except those of templates that have problems. */
    List<TypeSpec> compile(RecordClassNames names) {
        List<TypeSpec> renderers = new ArrayList<>();
        for (TemplateRecord record : application.templates()) {
            if (exists(record)) {
                compile(record, names).ifPresent(renderers::add);
            }
        }
        return renderers;
    }

    /** Warns of templates that no record names and no other template includes. Call {@link #compile} first. */
    void reportUnused() {
        for (String path : paths) {
            if (path.endsWith(EXTENSION) && !used.contains(path)) {
                diagnostics.warning(
                        application.app().origin(),
                        Rule.UNUSED_TEMPLATE,
                        "Nothing uses the template " + path + ". Write @Template(\"" + path + "\") on the record"
                                + " whose components it shows, or {{>" + path.replace(EXTENSION, "")
                                + "}} in a template that includes it, or delete the file.");
            }
        }
    }

    private Optional<TypeSpec> compile(TemplateRecord record, RecordClassNames names) {
        Compilation result;
        try {
            result = compiler.compile(record.template(), records.get(record.name()), names.of(record.name()));
        } catch (UncheckedIOException e) {
            diagnostics.error(record.origin(), Rule.INPUT_OUTPUT, e.getMessage());
            return Optional.empty();
        }
        if (result instanceof Faulty faulty) {
            for (Fault fault : faulty.faults()) {
                if (reported.add(fault.alone())) {
                    diagnostics.error(record.origin(), Rule.TEMPLATE, fault.text());
                }
            }
            return Optional.empty();
        }
        Compiled compiled = (Compiled) result;
        used.addAll(compiled.templatesRead());
        for (Fault list : compiled.keylessLists()) {
            if (reported.add(list.alone())) {
                diagnostics.warning(record.origin(), Rule.KEYLESS_LIST, list.text());
            }
        }
        return Optional.of(compiled.renderer());
    }

    private boolean exists(TemplateRecord record) {
        boolean exists = paths.contains(record.template());
        if (!exists) {
            String suggestion = paths.contains(record.template() + EXTENSION)
                    ? " Did you mean " + record.template() + EXTENSION + "?"
                    : Nearest.suggestion(record.template(), paths);
            diagnostics.error(
                    record.origin(),
                    Rule.MISSING_TEMPLATE,
                    "There is no template \"" + record.template() + "\": no file " + FOLDER + "/" + record.template()
                            + " among the resources (src/main/resources in a Maven build; with another build, name"
                            + " their folder with -A" + Resources.OPTION + "=...)."
                            + suggestion);
        }
        return exists;
    }

    @Override
    public Optional<String> read(String path) {
        if (!paths.contains(path)) {
            return Optional.empty();
        }
        try {
            return resources.text(FOLDER, path);
        } catch (CharacterCodingException e) {
            throw new UncheckedIOException(FOLDER + "/" + path + " is not valid UTF-8. Save it in that encoding.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SortedSet<String> paths() {
        return paths;
    }
}
