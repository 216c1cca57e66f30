package dev.lodestar.processor.diagnostic;

/**
 * Something that is wrong with an application.
 *
 * @param origin where it stands
 * @param rule the rule that it breaks
 * @param message what is wrong, why, and what to write instead
 */
public record Problem(Origin origin, Rule rule, String message) {
    /** The message as the compiler prints it. */
    public String text() {
        return "[" + rule.code() + "] " + message;
    }
}
