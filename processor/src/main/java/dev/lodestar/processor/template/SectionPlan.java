package dev.lodestar.processor.template;

import java.util.List;
import java.util.function.Function;

/**
 * What a section does.
 *
 * @param context the context inside of it
 * @param repeats whether its body can follow itself
 * @param step makes the step from those of its body
 */
record SectionPlan(Context context, boolean repeats, Function<List<Step>, Step> step) {}
