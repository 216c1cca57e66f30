package dev.lodestar.processor.diagnostic;

/**
 * Something that is wrong with an application.
 *
 * @param origin where it is
 * @param rule the rule that it breaks
 * @param severity whether the application can be built nevertheless
 * @param message what is wrong, why, and what to write instead
 */
public record Problem(Origin origin, Rule rule, Severity severity, String message) {
    /** Whether an application with the problem can be built. */
    public enum Severity {
        /** It cannot. */
        ERROR,
        /** It can, but it is probably not what was meant. */
        WARNING
    }

    /** The message as the compiler prints it. */
    public String text() {
        return "[" + rule.code() + "] " + message;
    }
}
