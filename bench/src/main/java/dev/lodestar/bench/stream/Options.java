package dev.lodestar.bench.stream;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Command line options, such as {@code --rounds 5}; each has a default. */
final class Options {
    private final Map<String, String> given = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    Options(List<String> args) {
        for (int i = 0; i < args.size(); i += 2) {
            if (!args.get(i).startsWith("--") || i + 1 == args.size()) {
                throw new IllegalArgumentException("Options are pairs such as --rounds 5, not " + args + ".");
            }
            given.put(args.get(i).substring(2), args.get(i + 1));
        }
    }

    String text(String name, String otherwise) {
        asked.add(name);
        return given.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(text(name, Integer.toString(otherwise)));
    }

    List<String> list(String name, String separator, String otherwise) {
        return Arrays.stream(text(name, otherwise).split(separator))
                .filter(item -> !item.isEmpty())
                .toList();
    }

    List<Integer> numbers(String name, String otherwise) {
        return list(name, ",", otherwise).stream().map(Integer::valueOf).toList();
    }

    /** The options of every server's JVM. */
    List<String> jvm() {
        return list("jvm", " ", "-Xms64m -Xmx1g -XX:+UseSerialGC -XX:TrimNativeHeapInterval=1000");
    }

    /** Rejects options that nothing has asked for. */
    void check() {
        for (String name : given.keySet()) {
            if (!asked.contains(name)) {
                throw new IllegalArgumentException("Unknown option --" + name + ". The options are " + asked + ".");
            }
        }
    }
}
