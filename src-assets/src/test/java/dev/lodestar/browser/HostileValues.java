package dev.lodestar.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Texts that try to become more than text, from {@code hostile-values.txt}; any that runs calls {@code pwn}. */
public final class HostileValues {
    /** All values, without duplicates: at most a few hundred characters each, except for one long value. */
    public static final List<String> ALL =
            Stream.concat(read().stream(), Stream.of("", "x".repeat(20_000))).toList();

    private HostileValues() {}

    /** Values that are not blank and fit into an input. */
    public static List<String> typeable(int longest) {
        return ALL.stream()
                .filter(value -> !value.isBlank() && value.length() <= longest)
                .toList();
    }

    private static List<String> read() {
        try (InputStream file = HostileValues.class.getResourceAsStream("hostile-values.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .map(HostileValues::unescaped)
                    .distinct()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String line) {
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != '\\') {
                value.append(c);
                continue;
            }
            char kind = line.charAt(++i);
            switch (kind) {
                case 'n' -> value.append('\n');
                case 'r' -> value.append('\r');
                case 't' -> value.append('\t');
                case 'f' -> value.append('\f');
                case 'u' -> {
                    value.append((char) Integer.parseInt(line, i + 1, i + 5, 16));
                    i += 4;
                }
                default -> value.append(kind);
            }
        }
        return value.toString();
    }
}
