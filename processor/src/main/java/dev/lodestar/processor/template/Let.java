package dev.lodestar.processor.template;

/**
 * Declares a local and gives it a value, which may be null until a condition says otherwise.
 *
 * @param local the local
 * @param value what it is set to; of an {@code Optional}, what it holds
 */
record Let(Local local, Value value) {}
