package dev.lodestar.bench.stream.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An event of a stream (HTML Standard, 9.2). Lines end with LF or CR LF; no server here ends them with CR alone.
 *
 * @param name its name
 * @param data its data, with lines joined by LF
 */
record Event(String name, String data) {
    /** Finds the end of the first event from an offset on, after its blank line; -1 if it is not complete. */
    static int end(byte[] text, int length, int from) {
        int line = from;
        for (int i = from; i < length; i++) {
            if (text[i] == '\n') {
                if (i == line || (i == line + 1 && text[line] == '\r')) {
                    return i + 1;
                }
                line = i + 1;
            }
        }
        return -1;
    }

    /** Whether a text consists of complete events, at least one. */
    static boolean areWhole(byte[] text) {
        int end = 0;
        while (end >= 0 && end < text.length) {
            end = end(text, text.length, end);
        }
        return end > 0;
    }

    /** Parses complete events. Those without data, such as comments, are skipped. */
    static List<Event> all(byte[] text) {
        List<Event> events = new ArrayList<>();
        String name = "message";
        List<String> data = new ArrayList<>();
        for (String line : new String(text, StandardCharsets.UTF_8).split("\r?\n", -1)) {
            if (line.isEmpty() && !data.isEmpty()) {
                events.add(new Event(name, String.join("\n", data)));
            }
            if (line.isEmpty()) {
                name = "message";
                data.clear();
            } else if (line.startsWith("event:")) {
                name = value(line, "event:");
            } else if (line.startsWith("data:")) {
                data.add(value(line, "data:"));
            }
        }
        return events;
    }

    private static String value(String line, String field) {
        String value = line.substring(field.length());
        return value.startsWith(" ") ? value.substring(1) : value;
    }
}
