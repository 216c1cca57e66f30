package dev.lodestar.processor.template.parse;

/**
 * A position in a template.
 *
 * @param line the line, from 1
 * @param column the character in the line, from 1
 */
public record Position(int line, int column) {}
