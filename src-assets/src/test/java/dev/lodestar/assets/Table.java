package dev.lodestar.assets;

import static org.junit.jupiter.api.Assertions.assertAll;

import java.util.Arrays;
import java.util.List;

/** Cases that share a window: one line each, with columns separated by {@code " | "}. */
final class Table {
    private Table() {}

    @FunctionalInterface
    interface Row {
        void check(List<String> columns) throws Throwable;
    }

    /** Checks every row, and reports all failures. */
    static void check(String rows, Row row) {
        assertAll(rows.lines().map(line -> () -> {
            List<String> columns =
                    Arrays.stream(line.split("\\s+\\|\\s+|\\s+\\|$")).toList();
            try {
                row.check(columns);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(line + "\n" + e.getMessage(), e);
            }
        }));
    }
}
