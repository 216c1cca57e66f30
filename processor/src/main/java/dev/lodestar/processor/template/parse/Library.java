package dev.lodestar.processor.template.parse;

import dev.lodestar.processor.name.Nearest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The application's templates, each read and parsed once. */
public final class Library {
    private static final String ENDING = ".mustache";

    private final Templates templates;
    private final Map<String, Optional<Source>> sources = new HashMap<>();
    private final Map<Indented, Parsed> parsed = new HashMap<>();
    private final Map<IndentedExtent, Parsed> parts = new HashMap<>();

    /** A template with each line indented. */
    private record Indented(String path, String indentation) {}

    /** A part of a template with each line indented. */
    private record IndentedExtent(Extent extent, String indentation) {}

    public Library(Templates templates) {
        this.templates = templates;
    }

    /** The path of the template that a partial's tag names, with or without its extension. */
    public static String path(String name) {
        return name.endsWith(ENDING) ? name : name + ENDING;
    }

    /** The template at a path, with each of its lines indented. */
    public Optional<Parsed> find(String path, String indentation) {
        Optional<Source> source =
                sources.computeIfAbsent(path, p -> templates.read(p).map(text -> new Source(p, text)));
        return source.map(s -> parsed.computeIfAbsent(
                new Indented(path, indentation),
                use -> TemplateParser.parse(indentation.isEmpty() ? s : s.indented(indentation))));
    }

    /** A part of a template that fills a block, with each of its lines indented. */
    public Parsed find(Extent extent, String indentation) {
        return parts.computeIfAbsent(new IndentedExtent(extent, indentation), part -> parse(extent, indentation));
    }

    private static Parsed parse(Extent extent, String indentation) {
        return TemplateParser.parse(extent.text().indented(indentation), extent.delimiters());
    }

    /** The message about a template that does not exist. */
    public String unknown(String path) {
        return "There is no template " + path + "." + Nearest.suggestion(path, templates.paths())
                + " Templates are read from the folder templates/ among the resources.";
    }
}
