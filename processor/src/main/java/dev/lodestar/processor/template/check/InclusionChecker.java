package dev.lodestar.processor.template.check;

import dev.lodestar.processor.name.Nearest;
import dev.lodestar.processor.template.parse.Library;
import dev.lodestar.processor.template.parse.Node;
import dev.lodestar.processor.template.parse.Parsed;
import dev.lodestar.processor.template.parse.Position;
import dev.lodestar.processor.template.place.Place;
import dev.lodestar.processor.template.step.RenderMethod;
import dev.lodestar.processor.template.step.Step;
import java.util.List;
import java.util.Optional;

/** Checks what a tag includes: a partial, a parent, or the content of a block. */
final class InclusionChecker {
    private final Check check;
    private final Passage passage;
    private final Context context;
    private final Place place;

    /**
     * @param passage the text that contains the tag
     * @param place its place in the HTML
     */
    InclusionChecker(Check check, Passage passage, Context context, Place place) {
        this.check = check;
        this.passage = passage;
        this.context = context;
        this.place = place;
    }

    Body partial(Node.Partial partial) throws Refusal {
        return include(partial, passage.blocks());
    }

    Body parent(Node.Parent parent) throws Refusal {
        String path = Library.path(parent.partial().name());
        for (Node.Block fill : parent.fills()) {
            requireBlock(path, fill);
        }
        return include(parent.partial(), passage.blocks().with(parent.fills()));
    }

    Body block(Node.Block block) {
        Optional<Blocks.Fill> fill = passage.blocks().fill(block.name());
        return fill.isPresent() ? filled(block, fill.get()) : open(block);
    }

    private Body open(Node.Block block) {
        return new BodyChecker(check, passage, context, place).checkIncluded(block.body(), "block " + block.name());
    }

    private Body filled(Node.Block block, Blocks.Fill fill) {
        Parsed parsed = check.library().find(fill.text(), block.indentation());
        String why = " It fills the block of " + passage.show(block.position()) + ".";
        Passage filling = new Passage(parsed.source(), why, fill.outer());
        return new BodyChecker(check, filling, context, place).checkIncluded(parsed.nodes(), "block " + block.name());
    }

    private void requireBlock(String path, Node.Block fill) {
        TemplateNeeds needs = check.needs(path);
        boolean isKnown = check.library()
                .find(path, "")
                .filter(parsed -> parsed.faults().isEmpty())
                .isPresent();
        if (isKnown && !needs.blocks().contains(fill.name())) {
            String known =
                    needs.blocks().isEmpty() ? "It has none." : "It has " + String.join(", ", needs.blocks()) + ".";
            String mistake = path + " has no block " + fill.name() + "."
                    + Nearest.suggestion(fill.name(), needs.blocks()) + " " + known;
            check.report(List.of(passage.fault(fill.position(), mistake)));
        }
    }

    private Body include(Node.Partial partial, Blocks blocks) throws Refusal {
        String path = Library.path(partial.name());
        Parsed parsed = check.library()
                .find(path, partial.indentation())
                .orElseThrow(() -> new Refusal(check.library().unknown(path)));
        check.noteRead(path);
        TemplateNeeds needs = check.needs(path);
        Blocks used = blocks.only(needs.blocks());
        boolean keepsIteration = needs.isInList() || !used.fills().isEmpty();
        Context around = keepsIteration ? context : context.outsideOfLists();
        Partials.Use use = new Partials.Use(path, partial.indentation(), around.types(), place, used);
        Partials.Made made = check.partials().find(use).orElseGet(() -> make(use, around, parsed, partial.position()));
        return new Body(List.of(new Step.Call(made.method(), around.locals())), made.end());
    }

    private Partials.Made make(Partials.Use use, Context around, Parsed parsed, Position position) {
        check.report(parsed.faults());
        Context inside = around.parameters();
        RenderMethod method = check.partials().begin(use, inside.locals());
        String why = " It is included from " + passage.show(position) + ".";
        Passage included = new Passage(parsed.source(), why, use.blocks());
        Body body = new BodyChecker(check, included, inside, place).checkIncluded(parsed.nodes(), "partial");
        check.partials().end(body);
        return new Partials.Made(method, body.end());
    }
}
