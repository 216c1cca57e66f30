package dev.lodestar.bench.template;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import gg.jte.resolve.ResourceCodeResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Precompiled templates with binary static content, into its UTF-8 output for one page. */
final class JteEngine implements Engine {
    private static final String TEMPLATE = "stocks.jte";
    private static final String PACKAGE = "dev.lodestar.bench.template.jte";
    private static final ClassLoader LOADER = JteEngine.class.getClassLoader();

    private final TemplateEngine templates;

    JteEngine() {
        Path classes = folder();
        TemplateEngine compiler = TemplateEngine.create(new OneTemplate(), classes, ContentType.Html, LOADER, PACKAGE);
        compiler.setBinaryStaticContent(true);
        compiler.precompileAll();
        this.templates = TemplateEngine.createPrecompiled(classes, ContentType.Html, LOADER, PACKAGE);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("jte-classes");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Object render(List<Stock> stocks) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        templates.render(TEMPLATE, stocks, out);
        return out;
    }

    @Override
    public byte[] bytes(Object rendered) {
        return ((Utf8ByteOutput) rendered).toByteArray();
    }

    private static final class OneTemplate extends ResourceCodeResolver {
        OneTemplate() {
            super("templates");
        }

        @Override
        public List<String> resolveAllTemplateNames() {
            return List.of(TEMPLATE);
        }
    }
}
