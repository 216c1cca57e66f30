package dev.lodestar.runtime.store.json;

/** Why something could not be read or written, in the words of the code that found out. */
final class Reason {
    private Reason() {}

    /** Returns the message of the innermost cause that has one: the outer ones only say that something failed. */
    static String of(Throwable failure) {
        String reason = failure.getClass().getSimpleName();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = cause.getMessage();
            if (message != null) {
                reason = message.lines().findFirst().orElse(message);
            }
        }
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
