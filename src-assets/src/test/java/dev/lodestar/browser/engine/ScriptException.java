package dev.lodestar.browser.engine;

/** A script that a test ran in the page failed, or could not run. */
public final class ScriptException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ScriptException(String message) {
        super(message);
    }

    ScriptException(String message, Throwable cause) {
        super(message, cause);
    }
}
