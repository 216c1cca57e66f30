package dev.lodestar.text;

/**
 * Text from outside, as a message shows it. Messages of exceptions stand in logs, where a line break would begin a line
 * that nobody wrote, and invisible characters would show another text than there is.
 */
public final class Quoted {
    private static final int LONGEST = 200;

    private Quoted() {}

    /**
     * The text in quotes, with escapes as in Java for what cannot be seen; what is longer than 200 characters is cut
     * off.
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
