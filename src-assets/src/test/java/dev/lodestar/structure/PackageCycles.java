package dev.lodestar.structure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;

/** Finds packages that depend on each other in a cycle, with the JDK's {@code jdeps}. */
public final class PackageCycles {
    private static final Pattern DEPENDENCY = Pattern.compile("(?m)^ +([\\w.$]+) +-> ([\\w.$]+) .*$");

    private PackageCycles() {}

    /** A dependency of one class on another. */
    private record Dependency(String from, String to) {
        String fromPackage() {
            return packageOf(from);
        }

        String toPackage() {
            return packageOf(to);
        }

        private static String packageOf(String type) {
            return type.substring(0, Math.max(type.lastIndexOf('.'), 0));
        }

        @Override
        public String toString() {
            return from + " -> " + to;
        }
    }

    /**
     * Finds the cycles among the packages of some folders or jars.
     *
     * @param work an empty folder to work in
     * @param anyOfEach one class of each folder or jar
     * @return every dependency of a class on a class of another package that is part of a cycle; empty if there are
     *     none
     */
    public static List<String> among(Path work, Class<?>... anyOfEach) throws IOException {
        for (Class<?> type : anyOfEach) {
            try (ClassFiles files = ClassFiles.beside(type)) {
                files.copyTo(work);
            }
        }
        List<Dependency> dependencies = dependencies(work);
        Map<String, Set<String>> packages = new TreeMap<>();
        dependencies.forEach(dependency -> packages.computeIfAbsent(dependency.fromPackage(), p -> new TreeSet<>())
                .add(dependency.toPackage()));
        return dependencies.stream()
                .filter(dependency -> !dependency.fromPackage().equals(dependency.toPackage()))
                .filter(dependency -> leads(dependency.toPackage(), dependency.fromPackage(), packages))
                .map(Dependency::toString)
                .sorted()
                .toList();
    }

    private static List<Dependency> dependencies(Path classes) {
        StringWriter printed = new StringWriter();
        PrintWriter out = new PrintWriter(printed);
        ToolProvider jdeps = ToolProvider.findFirst("jdeps").orElseThrow();
        if (jdeps.run(out, out, "-verbose:class", "-filter:none", classes.toString()) != 0) {
            throw new IllegalStateException(printed.toString());
        }
        List<Dependency> dependencies = DEPENDENCY
                .matcher(printed.toString())
                .results()
                .map(PackageCycles::dependency)
                .toList();
        if (dependencies.isEmpty()) {
            throw new IllegalStateException("jdeps printed no dependency that this class can read:\n" + printed);
        }
        return dependencies;
    }

    private static Dependency dependency(MatchResult line) {
        return new Dependency(line.group(1), line.group(2));
    }

    /** Whether a package depends on another, directly or by way of others. */
    private static boolean leads(String from, String to, Map<String, Set<String>> packages) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            String next = open.remove();
            if (next.equals(to)) {
                return true;
            }
            packages.getOrDefault(next, Set.of()).stream().filter(seen::add).forEach(open::add);
        }
        return false;
    }
}
