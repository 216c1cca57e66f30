package dev.lodestar.processor.template.check;

import dev.lodestar.processor.expression.ExpressionKind;
import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.expression.ExpressionModule.Result;
import dev.lodestar.processor.template.parse.Fault;
import dev.lodestar.processor.template.step.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Turns an expression into a function of the module, and into steps that write its key and its values: {@code
 * #5f0c…["a",1]}. Where sections decide what is written, each text that can result has a function of its own.
 */
final class ExpressionCompiler {
    private static final int MAX_TEXTS = 64;

    private final Check check;
    private final ExpressionKind kind;
    private int texts;

    ExpressionCompiler(Check check, ExpressionKind kind) {
        this.check = check;
        this.kind = kind;
    }

    /** The steps that write an attribute's value, given the code and the data it consists of. */
    List<Step> compile(List<Step> value) {
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i) instanceof Step.Choice choice) {
                List<Step> before = value.subList(0, i);
                List<Step> after = value.subList(i + 1, value.size());
                return List.of(new Step.Choice(
                        choice.lets(),
                        choice.condition(),
                        compile(joined(before, choice.then(), after)),
                        compile(joined(before, choice.otherwise(), after))));
            }
        }
        return value.isEmpty() || value.contains(Step.Data.REFUSED) ? List.of() : text(value);
    }

    private static List<Step> joined(List<Step> before, List<Step> between, List<Step> after) {
        List<Step> joined = new ArrayList<>(before);
        joined.addAll(between);
        joined.addAll(after);
        return joined;
    }

    private List<Step> text(List<Step> value) {
        String expression = value.stream()
                .map(step -> step instanceof Step.Code code ? code.text() : String.valueOf(ExpressionModule.VALUE))
                .collect(Collectors.joining());
        texts++;
        if (texts > MAX_TEXTS) {
            if (texts == MAX_TEXTS + 1) {
                report(
                        value,
                        0,
                        "The sections in this expression produce more than " + MAX_TEXTS + " variants of it. Decide in"
                                + " the expression, as in {{flag}} && …, or in Java.");
            }
            return List.of();
        }
        Result result = check.module().orElseThrow().add(expression, kind);
        if (result instanceof Result.Refused refused) {
            report(
                    value,
                    refused.offset(),
                    "This is not valid JavaScript: " + refused.why()
                            + ". Separate statements with ;, and write signals as $name and actions as @name(…).");
            return List.of();
        }
        List<Step> written = new ArrayList<>(List.of(new Step.Text(((Result.Added) result).key())));
        String separator = "[";
        for (Step step : value) {
            if (step instanceof Step.Data data) {
                written.add(new Step.Text(separator));
                written.addAll(data.steps());
                separator = ",";
            }
        }
        if (separator.equals(",")) {
            written.add(new Step.Text("]"));
        }
        return written;
    }

    /** Reports at the character with this index; for a value, at the one before it. */
    private void report(List<Step> value, int offset, String message) {
        int end = 0;
        Fault fault = null;
        for (Step step : value) {
            if (step instanceof Step.Code code && !code.text().isEmpty() && (fault == null || end <= offset)) {
                int at = Math.min(Math.max(offset - end, 0), code.text().length() - 1);
                fault = code.origin().fault(at, message);
            }
            end += step instanceof Step.Code code ? code.text().length() : 1;
        }
        check.report(fault == null ? List.of() : List.of(fault));
    }
}
