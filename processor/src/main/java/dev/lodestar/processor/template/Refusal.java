package dev.lodestar.processor.template;

/** Says that a tag cannot be what it is where it is; whoever has its position makes it a fault. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    /** Never null here. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
