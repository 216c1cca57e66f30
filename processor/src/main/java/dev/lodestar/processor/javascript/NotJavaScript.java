package dev.lodestar.processor.javascript;

/** Says where a text stops being valid JavaScript, and why. */
public final class NotJavaScript extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;

    /**
     * @param offset the index of the offending character
     * @param message a clause that says what is wrong
     */
    public NotJavaScript(int offset, String message) {
        super(message);
        this.offset = offset;
    }

    /** The index of the offending character. */
    public int offset() {
        return offset;
    }
}
