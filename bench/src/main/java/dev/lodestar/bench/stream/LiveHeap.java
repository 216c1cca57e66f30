package dev.lodestar.bench.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is live in the heap of a process after a full collection, as {@code jcmd GC.class_histogram} counts it.
 *
 * @param bytes the size of all objects
 * @param instances the number of instances of each class
 */
public record LiveHeap(long bytes, Map<String, Long> instances) {
    private static final Pattern CLASS = Pattern.compile(" *\\d+: +(\\d+) +\\d+ +(\\S+).*");
    private static final Pattern TOTAL = Pattern.compile("Total +\\d+ +(\\d+)");

    /** Counts now, after a collection. */
    public static LiveHeap of(long pid) throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.class_histogram").start();
        Map<String, Long> instances = new TreeMap<>();
        long bytes = 0;
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher row = CLASS.matcher(line);
                Matcher total = TOTAL.matcher(line);
                if (row.matches()) {
                    instances.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum);
                } else if (total.matches()) {
                    bytes = Long.parseLong(total.group(1));
                }
            }
        }
        if (bytes == 0) {
            throw new IOException("jcmd printed nothing about process " + pid + ".");
        }
        return new LiveHeap(bytes, instances);
    }

    /** How many more instances of a class there are than before. */
    public long more(String name, LiveHeap before) {
        return instances.getOrDefault(name, 0L) - before.instances.getOrDefault(name, 0L);
    }
}
