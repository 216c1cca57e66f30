package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages that people read name only what there is. */
class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *```$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern PATH =
            Pattern.compile("(?:api|processor|runtime|stores|src-assets|examples|bench|docs)/[\\w./+-]+");
    private static final Pattern TYPE = Pattern.compile("(?:[A-Z][a-z0-9]+){2,}");
    private static final int LONGEST_PAGE_OF_THE_GUIDE = 300;

    @Test
    void everyRelativeLinkLeadsToAFileAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : found(LINK, prose(page))) {
                if (!link.contains("://") && !leadsSomewhere(page, link)) {
                    broken.add(page + ": " + link);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void everyPathInBackticksExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            for (String quoted : found(QUOTED, prose(page))) {
                String path = quoted.split(" ")[0];
                if (PATH.matcher(path).matches() && !path.contains("/target/") && !Files.exists(ROOT.resolve(path))) {
                    missing.add(page + ": " + path);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    /** A class that was renamed or removed is still in the pages on how Lodestar is built. */
    @Test
    void everyTypeThatThePagesOnTheCodeNameIsInTheSources() throws IOException {
        Set<String> words = words();
        List<String> unknown = new ArrayList<>();
        for (String name : List.of("README.md", "docs/design.md", "docs/where.md")) {
            for (String quoted : found(QUOTED, prose(ROOT.resolve(name)))) {
                for (String word : quoted.split("\\W+")) {
                    if (TYPE.matcher(word).matches() && !words.contains(word)) {
                        unknown.add(name + ": " + word);
                    }
                }
            }
        }
        assertEquals(List.of(), unknown);
    }

    @Test
    void noPageOfTheGuideIsLongAndItsContentsListsThemAll() throws IOException {
        String contents = Files.readString(ROOT.resolve("docs/guide/README.md"));
        for (Path page : pages()) {
            String name = page.getFileName().toString();
            if (page.getParent().endsWith("guide") && !name.equals("README.md")) {
                assertTrue(Files.readAllLines(page).size() <= LONGEST_PAGE_OF_THE_GUIDE, () -> name + " is too long");
                assertTrue(contents.contains("](" + name + ")"), () -> "The table of contents lacks " + name);
            }
        }
    }

    private static boolean leadsSomewhere(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
        return Files.exists(target) && (parts.length == 1 || anchors(target).contains(parts[1]));
    }

    /** The anchors of a page's headings, as the sites make them on which repositories are read. */
    private static List<String> anchors(Path page) throws IOException {
        return found(HEADING, prose(page)).stream()
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of("README.md", "bench/README.md").map(ROOT::resolve), docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** A page without its blocks of code. */
    private static String prose(Path page) throws IOException {
        return FENCE.matcher(Files.readString(page)).replaceAll("");
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static Set<String> words() throws IOException {
        Set<String> words = new HashSet<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            files.filter(file -> file.toString().matches(".*/src/.*\\.java|.*/client/.*\\.js"))
                    .forEach(file -> words.addAll(Arrays.asList(read(file).split("\\W+"))));
        }
        return words;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
