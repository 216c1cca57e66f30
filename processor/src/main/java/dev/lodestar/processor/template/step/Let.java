package dev.lodestar.processor.template.step;

/**
 * Declares a local and assigns it a value, which may be null until a condition says otherwise.
 *
 * @param local the local
 * @param value what it is set to; for an {@code Optional}, the value that it holds
 */
public record Let(Local local, Value value) {}
