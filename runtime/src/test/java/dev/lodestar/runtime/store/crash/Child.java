package dev.lodestar.runtime.store.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A child process that runs a class of the tests. */
public final class Child {
    private Child() {}

    /** Starts a process. */
    public static Process start(Class<?> main, String... args) throws IOException {
        return start(List.of(), main, args);
    }

    /** Starts a process whose files are limited to a number of blocks of 1 KiB: to a program, that is a full disk. */
    public static Process startWithLimit(int blocks, Class<?> main, String... args) throws IOException {
        return start(List.of("bash", "-c", "ulimit -f " + blocks + " && exec \"$0\" \"$@\""), main, args);
    }

    /** Starts a process that cannot write to what is read-only, even if it runs as root. */
    static Process startWithoutOverride(Class<?> main, String... args) throws IOException {
        return start(isRoot() ? List.of("setpriv", "--bounding-set=-dac_override") : List.of(), main, args);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Process start(List<String> before, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It is short-lived, and none of its own files may reach the limit.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
