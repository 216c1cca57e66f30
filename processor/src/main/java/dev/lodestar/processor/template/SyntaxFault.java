package dev.lodestar.processor.template;

/** Leaves the parser at the first place from which it could not go on sensibly. */
final class SyntaxFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    SyntaxFault(Fault fault) {
        super(fault.message());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
