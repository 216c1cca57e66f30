package dev.lodestar.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A response of a case's server.
 *
 * @param status the status; 0 if the connection breaks before any response
 * @param headers the headers
 * @param parts the body; before each part but the first, the server waits for the case to say {@code > next}
 * @param cut whether the connection breaks after the last part
 */
record Reply(int status, Map<String, String> headers, List<String> parts, boolean cut) {
    static final String STREAM = "text/event-stream";

    /** {@code @elements mode append; selector #a | <b>x</b>} is short for the event that it describes. */
    private static final Pattern PATCH = Pattern.compile("@(elements|signals)([^|]*)(?:\\|(?: (.*))?)?");

    /**
     * @param words what follows the method and the path: a status, a type, headers as {@code name=value},
     *     {@code cut}
     * @param body the lines of the body; {@code ~} alone separates parts, and {@code ~cut} at the end breaks the
     *     connection
     */
    static Reply parse(List<String> words, List<String> body) {
        int status = 200;
        Map<String, String> headers = new TreeMap<>(Map.of("Content-Type", STREAM));
        for (String word : words) {
            if (word.equals("cut")) {
                status = 0;
            } else if (word.matches("\\d+")) {
                status = Integer.parseInt(word);
            } else if (word.matches("[\\w-]+=.*")) {
                headers.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
            } else {
                headers.put("Content-Type", word);
            }
        }
        boolean cut = !body.isEmpty() && body.get(body.size() - 1).equals("~cut");
        return new Reply(status, headers, parts(cut ? body.subList(0, body.size() - 1) : body), cut);
    }

    private static List<String> parts(List<String> body) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String line : body) {
            if (line.equals("~")) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(event(line)).append('\n');
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /**
     * A line of a body, in which {@code \n}, {@code \r} and {@code \s} stand for characters that a file would not keep.
     */
    static String event(String line) {
        Matcher patch = PATCH.matcher(line);
        if (!patch.matches()) {
            return line.replace("\\n", "\n").replace("\\r", "\r").replace("\\s", " ");
        }
        StringBuilder event = new StringBuilder("event: datastar-patch-" + patch.group(1) + "\n");
        for (String option : patch.group(2).split(";")) {
            if (!option.isBlank()) {
                event.append("data: ").append(option.strip()).append('\n');
            }
        }
        if (patch.group(3) != null) {
            for (String each : patch.group(3).split("\\\\n", -1)) {
                event.append("data: " + patch.group(1) + " " + each + "\n");
            }
        }
        return event + "\n";
    }
}
