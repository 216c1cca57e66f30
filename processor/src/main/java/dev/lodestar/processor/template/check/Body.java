package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.place.Place;
import dev.lodestar.processor.template.step.Step;
import java.util.List;

/**
 * The checked body of a section, a partial or a template.
 *
 * @param steps what it does
 * @param end the place in the HTML where it ends
 */
record Body(List<Step> steps, Place end) {}
