package dev.lodestar.runtime.store.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A second process that runs a class of the tests. */
final class Child {
    private Child() {}

    static Process start(Class<?> main, String... args) throws IOException {
        return start(List.of(), main, args);
    }

    /** Starts a process that can make no file longer than so many blocks of 1 KiB: to a program, a full disk. */
    static Process startWithLimit(int blocks, Class<?> main, String... args) throws IOException {
        return start(List.of("bash", "-c", "ulimit -f " + blocks + " && exec \"$0\" \"$@\""), main, args);
    }

    /**
     * Starts a process for which read-only means that it cannot write: root, who otherwise could, does without the
     * capability to.
     */
    static Process startWithoutOverride(Class<?> main, String... args) throws IOException {
        return start(isRoot() ? List.of("setpriv", "--bounding-set=-dac_override") : List.of(), main, args);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Process start(List<String> before, Class<?> main, String... args) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It lives for a moment only, and none of its other files must meet the limit.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(Arrays.asList(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
