package dev.lodestar.processor.diagnostic;

/**
 * Something that is wrong with an application.
 *
 * @param origin where it stands
 * @param rule the rule that it breaks
 * @param severity whether the application can be built with it
 * @param message what is wrong, why, and what to write instead
 */
public record Problem(Origin origin, Rule rule, Severity severity, String message) {
    /** Whether an application can be built in spite of a problem. */
    public enum Severity {
        /** It cannot. */
        ERROR,
        /** It can, but hardly as it was meant. */
        WARNING
    }

    /** The message as the compiler prints it. */
    public String text() {
        return "[" + rule.code() + "] " + message;
    }
}
