package dev.lodestar.processor.template;

/**
 * A place in a template.
 *
 * @param line the line, from 1
 * @param column the character in the line, from 1
 */
record Position(int line, int column) {}
