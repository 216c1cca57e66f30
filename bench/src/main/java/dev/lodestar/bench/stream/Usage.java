package dev.lodestar.bench.stream;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a process has used of the machine, according to Linux (proc(5)).
 *
 * @param user seconds of CPU time in the process itself
 * @param kernel seconds of CPU time in the kernel on its behalf
 * @param compiler the part of both that the JIT compiler used
 * @param resident its resident memory in KiB
 * @param peak the peak of that, in KiB
 */
public record Usage(double user, double kernel, double compiler, long resident, long peak) {
    /** The unit of times in {@code stat}, the same on all common platforms of Linux. */
    private static final double TICKS = 100;

    /** The names of the compiler's threads, as far as Linux keeps them. */
    private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThre");

    /** What a process has used so far. */
    public static Usage of(long pid) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid));
        // The command's name may contain spaces; the fields after it begin with the third one.
        String stat = Files.readString(folder.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Usage(
                Long.parseLong(fields[11]) / TICKS,
                Long.parseLong(fields[12]) / TICKS,
                compiler(folder),
                status(folder, "VmRSS:"),
                status(folder, "VmHWM:"));
    }

    /** Seconds of CPU time. */
    public double cpu() {
        return user + kernel;
    }

    private static double compiler(Path process) throws IOException {
        long nanos = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task"))) {
            for (Path thread : threads) {
                nanos += compilerThread(thread);
            }
        }
        return nanos / 1e9;
    }

    /** The CPU time of a compiler thread, in nanoseconds. */
    private static long compilerThread(Path thread) throws IOException {
        try {
            String name = Files.readString(thread.resolve("comm")).strip();
            return COMPILER.matcher(name).matches()
                    ? Long.parseLong(
                            Files.readString(thread.resolve("schedstat")).split(" ")[0])
                    : 0;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    private static long status(Path folder, String name) throws IOException {
        return Files.readAllLines(folder.resolve("status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
