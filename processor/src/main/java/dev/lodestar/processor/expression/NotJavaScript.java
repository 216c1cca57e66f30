package dev.lodestar.processor.expression;

/** Says where a text stops to be JavaScript, and why. */
final class NotJavaScript extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /** @param offset the index of the character at fault */
    NotJavaScript(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
