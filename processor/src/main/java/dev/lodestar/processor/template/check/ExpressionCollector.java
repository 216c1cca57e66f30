package dev.lodestar.processor.template.check;

import dev.lodestar.processor.expression.ExpressionKind;
import dev.lodestar.processor.expression.ExpressionModule;
import dev.lodestar.processor.template.parse.Node;
import dev.lodestar.processor.template.parse.Position;
import dev.lodestar.processor.template.place.CharacterReference;
import dev.lodestar.processor.template.place.Place;
import dev.lodestar.processor.template.place.QuotedValue;
import dev.lodestar.processor.template.place.TagPlace;
import dev.lodestar.processor.template.step.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Collects the expressions of a body that become functions of the module. What to write for one is known only where it
 * ends.
 */
final class ExpressionCollector {
    private final Check check;
    private final Passage passage;
    private final Steps steps;
    private Optional<ExpressionKind> open;
    private int start = -1;

    /**
     * @param steps the steps of the body so far
     * @param place where the body begins
     */
    ExpressionCollector(Check check, Passage passage, Steps steps, Place place) {
        this.check = check;
        this.passage = passage;
        this.steps = steps;
        this.open = kind(place);
    }

    /** Whether an expression is open. */
    boolean isOpen() {
        return open.isPresent();
    }

    /** Whether an attribute's value begins or ends between two places. */
    boolean changes(Place before, Place after) {
        return check.module().isPresent()
                && (before instanceof QuotedValue != after instanceof QuotedValue
                        || before instanceof TagPlace.BeforeValue && after instanceof TagPlace.Unquoted);
    }

    /** Moves to a place before or after an expression, which the character of a text at an index has reached. */
    void change(Place place, Node.Text text, int index) {
        if (start >= 0 && open.isPresent() && !(place instanceof Place.Broken)) {
            List<Step> value = steps.takeFrom(start);
            new ExpressionCompiler(check, open.get()).compile(value).forEach(steps::add);
        }
        open = kind(place);
        start = steps.size();
        if (place instanceof TagPlace.Unquoted unquoted
                && ExpressionKind.of(unquoted.name()).isPresent()) {
            report(
                    text,
                    index,
                    "The expression of " + unquoted.name() + " has no quotes. Write " + unquoted.name() + "=\"…\".");
        }
    }

    private Optional<ExpressionKind> kind(Place place) {
        return check.module().isPresent() && place instanceof QuotedValue quoted
                ? ExpressionKind.of(quoted.name())
                : Optional.empty();
    }

    /** Adds a part of a text. */
    void addText(Node.Text text, int from, int end) {
        if (from < end) {
            steps.add(
                    isOpen() ? code(text, from, end) : new Step.Text(text.text().substring(from, end)));
        }
    }

    /** The text as a browser decodes it. */
    private Step.Code code(Node.Text node, int from, int end) {
        String text = node.text();
        StringBuilder code = new StringBuilder();
        List<Position> positions = new ArrayList<>();
        int i = from;
        while (i < end) {
            int next = i + 1;
            String piece = text.substring(i, next);
            if (piece.equals("&")) {
                while (next < end && CharacterReference.continues(text.substring(i, next), text.charAt(next))) {
                    next++;
                }
                piece = decoded(node, i, next);
                next += next > i + 1 && next < end && text.charAt(next) == ';' ? 1 : 0;
            } else if (piece.equals("\r")) {
                piece = next < end && text.charAt(next) == '\n' ? "" : "\n";
            } else if (piece.charAt(0) == ExpressionModule.VALUE) {
                report(node, i, "This is not a Unicode character. Remove it.");
            }
            code.append(piece);
            positions.addAll(Collections.nCopies(piece.length(), position(node, i)));
            i = next;
        }
        return new Step.Code(code.toString(), (index, message) -> passage.fault(positions.get(index), message));
    }

    private String decoded(Node.Text node, int start, int end) {
        String reference = node.text().substring(start, end);
        char after = end < node.text().length() ? node.text().charAt(end) : ' ';
        return CharacterReference.text(reference, after).orElseGet(() -> {
            report(
                    node,
                    start,
                    "The compiler does not know what " + reference + " stands for here. Write the character itself,"
                            + " or &amp; for a literal &.");
            return "";
        });
    }

    /** The steps of a URL, as they are written in a string of the expression. */
    List<Step> inQuotes(List<Step> url, Position position) {
        return url.stream().map(step -> inQuotes(step, position)).toList();
    }

    private Step inQuotes(Step step, Position position) {
        if (step instanceof Step.Text text) {
            String code = text.text().replace("&amp;", "&");
            return new Step.Code(code, (index, message) -> passage.fault(position, message));
        }
        if (step instanceof Step.Choice choice) {
            return new Step.Choice(
                    choice.lets(),
                    choice.condition(),
                    inQuotes(choice.then(), position),
                    inQuotes(choice.otherwise(), position));
        }
        return VariableChecker.quoted(step);
    }

    private Position position(Node.Text text, int index) {
        return passage.source().position(text.offset() + index);
    }

    private void report(Node.Text text, int index, String message) {
        check.report(List.of(passage.fault(position(text, index), message)));
    }
}
