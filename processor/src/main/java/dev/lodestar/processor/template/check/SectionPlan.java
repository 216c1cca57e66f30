package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.step.Step;
import java.util.List;
import java.util.function.Function;

/**
 * What a section does.
 *
 * @param context the context inside it
 * @param repeats whether its body may be repeated
 * @param step turns the steps of its body into one
 */
record SectionPlan(Context context, boolean repeats, Function<List<Step>, Step> step) {}
