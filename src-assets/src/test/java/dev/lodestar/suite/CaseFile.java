package dev.lodestar.suite;

import dev.lodestar.browser.engine.Engine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads cases from a text file.
 *
 * <pre>{@code
 * === a click asks the server
 * <p id=p></p><button data-on:click="@get('x')"></button>
 * GET x
 * @elements | <p id=p>new</p>
 * > click button
 * ? p.textContent == 'new'
 * }</pre>
 *
 * A line {@code differs: why} below the name says that the official bundle is known to fail, and a line
 * {@code differs in webkit: why} that this engine is.
 */
final class CaseFile {
    private static final String HEAD = "=== ";
    private static final String DIFFERS = "differs: ";
    private static final Pattern DIFFERS_IN = Pattern.compile("differs in (\\w+): .*");
    private static final Pattern STEP = Pattern.compile("(>|<<|\\?) .*");
    private static final Pattern REPLY = Pattern.compile("(GET|POST|PUT|PATCH|DELETE) \\S+.*");

    private final List<String> lines;
    private int at;

    private CaseFile(List<String> lines) {
        this.lines = lines;
    }

    /** The cases of a file, named after the file and their titles. */
    static Stream<Case> read(String file, String text) {
        List<Case> cases = new ArrayList<>();
        CaseFile reader = new CaseFile(text.lines().toList());
        while (reader.at < reader.lines.size()) {
            String line = reader.next();
            if (line.startsWith(HEAD)) {
                cases.add(reader.one(file + ": " + line.substring(HEAD.length())));
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException(file + ":" + reader.at + ": a case begins with \"=== name\"");
            }
        }
        return cases.stream();
    }

    private Case one(String name) {
        String differs =
                at < lines.size() && lines.get(at).startsWith(DIFFERS) ? next().substring(DIFFERS.length()) : "";
        Optional<Engine> differsIn = Optional.empty();
        Matcher in = DIFFERS_IN.matcher(at < lines.size() ? lines.get(at) : "");
        if (in.matches()) {
            differsIn = Optional.of(Engine.named(in.group(1)));
            at++;
        }
        String page = String.join("\n", untilDirective());
        Map<String, List<Reply>> replies = new LinkedHashMap<>();
        List<Case.Step> steps = new ArrayList<>();
        while (at < lines.size() && !lines.get(at).startsWith(HEAD)) {
            String line = next();
            if (STEP.matcher(line).matches()) {
                int space = line.indexOf(' ');
                steps.add(new Case.Step(line.substring(0, space), line.substring(space + 1)));
            } else if (!line.isBlank()) {
                List<String> words = Arrays.asList(line.split(" "));
                replies.computeIfAbsent(words.get(0) + " " + words.get(1), key -> new ArrayList<>())
                        .add(Reply.parse(words.subList(2, words.size()), untilDirective()));
            }
        }
        if (steps.stream().noneMatch(step -> step.kind().equals("?"))) {
            throw new IllegalArgumentException(name + " checks nothing. Add a line: ? what must be true");
        }
        return new Case(name, differs, differsIn, page, replies, steps);
    }

    private List<String> untilDirective() {
        List<String> found = new ArrayList<>();
        while (at < lines.size() && !isDirective(lines.get(at))) {
            found.add(next());
        }
        return found;
    }

    private static boolean isDirective(String line) {
        return line.startsWith(HEAD)
                || STEP.matcher(line).matches()
                || REPLY.matcher(line).matches();
    }

    private String next() {
        return lines.get(at++);
    }
}
