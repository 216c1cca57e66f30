package dev.lodestar.processor.code;

import com.palantir.javapoet.CodeBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes an application's texts as Java string literals, one for each line. Other characters than ASCII are escaped,
 * since the application chooses the compiler's encoding. JavaPoet's {@code $S} breaks a literal at every line separator
 * that Unicode knows, such as U+2028, so it is for what the processor has checked.
 */
public final class JavaLiteral {
    /** The longest string constant in a class file, in bytes of its modified UTF-8. */
    private static final int MAX_BYTES = 65_535;

    private JavaLiteral() {}

    public static CodeBlock of(String text) {
        String lines = text.lines().count() < 2
                ? quoted(text)
                : lines(text).stream().map(JavaLiteral::quoted).collect(Collectors.joining("\n+ "));
        return CodeBlock.builder().add("$>$>$L$<$<", lines).build();
    }

    /** The text in pieces that fit a class file, none of which splits a surrogate pair. */
    public static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            int length = bytes(text.charAt(i));
            boolean pair = i > start && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
            // Leave room for the second half of a pair.
            if (bytes + length > MAX_BYTES - (pair ? 0 : 3)) {
                pieces.add(text.substring(start, i));
                start = i;
                bytes = 0;
            }
            bytes += length;
        }
        pieces.add(text.substring(start));
        return pieces;
    }

    private static int bytes(char c) {
        if (c == 0 || c >= 0x80) {
            return c < 0x800 ? 2 : 3;
        }
        return 1;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0 && end < text.length() - 1; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end + 1));
            start = end + 1;
        }
        lines.add(text.substring(start));
        return lines;
    }

    private static String quoted(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> literal.append(c < ' ' || c > '~' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return literal.append('"').toString();
    }
}
