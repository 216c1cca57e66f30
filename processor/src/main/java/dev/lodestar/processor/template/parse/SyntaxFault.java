package dev.lodestar.processor.template.parse;

/** Leaves the parser where it cannot continue in a sensible way. */
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
