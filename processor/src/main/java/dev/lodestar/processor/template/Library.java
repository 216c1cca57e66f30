package dev.lodestar.processor.template;

import dev.lodestar.processor.name.Nearest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The application's templates, each read and parsed once. */
final class Library {
    private static final String ENDING = ".mustache";

    private final Templates templates;
    private final Map<String, Optional<Source>> sources = new HashMap<>();
    private final Map<Indented, Parsed> parsed = new HashMap<>();
    private final Map<IndentedExtent, Parsed> parts = new HashMap<>();
    private final Map<String, Needs> needs = new HashMap<>();

    /** A template with an indentation before each line. */
    private record Indented(String path, String indentation) {}

    /** A part of a template with an indentation before each line. */
    private record IndentedExtent(Extent extent, String indentation) {}

    Library(Templates templates) {
        this.templates = templates;
    }

    /** The path of the template that a partial's tag names, with or without its ending. */
    static String path(String name) {
        return name.endsWith(ENDING) ? name : name + ENDING;
    }

    /** The template at a path, each of its lines with an indentation before it. */
    Optional<Parsed> find(String path, String indentation) {
        Optional<Source> source =
                sources.computeIfAbsent(path, p -> templates.read(p).map(text -> new Source(p, text)));
        return source.map(s -> parsed.computeIfAbsent(
                new Indented(path, indentation),
                use -> TemplateParser.parse(indentation.isEmpty() ? s : s.indented(indentation))));
    }

    /** A part of a template that fills a block, each of its lines with an indentation before it. */
    Parsed find(Extent extent, String indentation) {
        return parts.computeIfAbsent(new IndentedExtent(extent, indentation), part -> extent.parse(indentation));
    }

    /** What the template at a path takes from where it is included. */
    Needs needs(String path) {
        Needs known = needs.get(path);
        if (known == null) {
            known = Needs.of(path, this);
            needs.put(path, known);
        }
        return known;
    }

    /** What to say of a template that does not exist. */
    String unknown(String path) {
        return "There is no template " + path + "." + Nearest.suggestion(path, templates.paths())
                + " Templates are read from the folder templates/ among the resources.";
    }
}
