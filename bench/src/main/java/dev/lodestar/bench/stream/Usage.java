package dev.lodestar.bench.stream;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a process has used of the machine, as Linux tells (proc(5)).
 *
 * @param user seconds of CPU in the process itself
 * @param kernel seconds of CPU in the kernel on its behalf
 * @param resident its resident memory in KiB
 * @param peak the most that it ever was, in KiB
 */
public record Usage(double user, double kernel, long resident, long peak) {
    /** The unit of times in {@code stat}, which the kernel has the same for all of Linux's common platforms. */
    private static final double TICKS = 100;

    /** What a process has used so far. */
    public static Usage of(long pid) throws IOException {
        Path folder = Path.of("/proc", Long.toString(pid));
        // The command's name may have spaces; the fields behind it begin with the third one.
        String stat = Files.readString(folder.resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return new Usage(
                Long.parseLong(fields[11]) / TICKS,
                Long.parseLong(fields[12]) / TICKS,
                status(folder, "VmRSS:"),
                status(folder, "VmHWM:"));
    }

    /** Seconds of CPU. */
    public double cpu() {
        return user + kernel;
    }

    private static long status(Path folder, String name) throws IOException {
        return Files.readAllLines(folder.resolve("status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
