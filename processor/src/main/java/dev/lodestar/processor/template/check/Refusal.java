package dev.lodestar.processor.template.check;

/** Says that a tag is wrong where it is. A caller that knows its position turns this into a fault. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    Refusal(String message) {
        super(message);
    }

    /** Never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
