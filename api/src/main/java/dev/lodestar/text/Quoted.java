package dev.lodestar.text;

/**
 * Quotes text from outside for use in messages. Messages of exceptions get into logs, where a line break would forge a
 * log line and invisible characters would disguise the text.
 */
public final class Quoted {
    private static final int LONGEST = 200;

    private Quoted() {}

    /**
     * Returns the text in quotes, with invisible characters escaped as in Java, and cut off after 200 characters.
     */
    public static String of(String text) {
        int end = Math.min(text.length(), LONGEST);
        StringBuilder quoted = new StringBuilder(end + 5).append('"');
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (isVisible(c)) {
                quoted.append(c);
            } else {
                quoted.append("\\u%04x".formatted((int) c));
            }
        }
        return quoted.append(end < text.length() ? "...\"" : "\"").toString();
    }

    private static boolean isVisible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
