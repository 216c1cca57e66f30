package dev.lodestar.processor.template;

import java.util.List;

/**
 * The checked body of a section, a partial or a template.
 *
 * @param steps what it does
 * @param end the place in the HTML at its end
 */
record Body(List<Step> steps, Place end) {}
