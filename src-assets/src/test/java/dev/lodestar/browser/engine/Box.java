package dev.lodestar.browser.engine;

/**
 * Where an element is, in CSS pixels from the upper left corner of the viewport.
 *
 * @param x of its left edge
 * @param y of its upper edge
 * @param width of its border box
 * @param height of its border box
 */
public record Box(double x, double y, double width, double height) {}
