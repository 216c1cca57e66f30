package dev.lodestar.bench.stream;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a process has used of the machine, as Linux tells (proc(5)).
 *
 * @param user seconds of CPU in the process itself
 * @param kernel seconds of CPU in the kernel on its behalf
 * @param compiler those of both that the JVM's compiler took
 * @param resident its resident memory in KiB
 * @param peak the most that it ever was, in KiB
 */
public record Usage(double user, double kernel, double compiler, long resident, long peak) {
    /** The unit of times in {@code stat}, which the kernel has the same for all of Linux's common platforms. */
    private static final double TICKS = 100;

    /** Whose threads are called so compile, as far as Linux keeps their names. */
    private static final Pattern COMPILER = Pattern.compile("C[12] CompilerThre");

    /** What a process has used so far. */
    public static Usage of(long pid) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid));
        // The command's name may have spaces; the fields behind it begin with the third one.
        String stat = Files.readString(folder.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Usage(
                Long.parseLong(fields[11]) / TICKS,
                Long.parseLong(fields[12]) / TICKS,
                compiler(folder),
                status(folder, "VmRSS:"),
                status(folder, "VmHWM:"));
    }

    /** Seconds of CPU. */
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

    /** The nanoseconds of CPU that a thread compiled. */
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
