package dev.lodestar.browser.engine;

/**
 * The position and size of an element, in CSS pixels from the upper left corner of the viewport.
 *
 * @param x the left edge
 * @param y the upper edge
 * @param width the width of the border box
 * @param height the height of the border box
 */
public record Box(double x, double y, double width, double height) {}
