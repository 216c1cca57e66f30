package dev.lodestar.processor.template.check;

import dev.lodestar.processor.template.parse.Node;
import dev.lodestar.processor.template.parse.Position;
import dev.lodestar.processor.template.place.ContentPlace;
import dev.lodestar.processor.template.place.Escaping;
import dev.lodestar.processor.template.place.Place;
import dev.lodestar.processor.template.place.QuotedValue;
import dev.lodestar.processor.template.place.Slot;
import dev.lodestar.processor.template.step.Step;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks the nodes of one body in order, in one context, and turns them into steps. */
final class BodyChecker implements Node.Visitor<Void> {
    private final Check check;
    private final Passage passage;
    private final Context context;
    private final Place start;
    private final Steps steps = new Steps();
    private final ExpressionCollector expression;
    private Place place;
    private @Nullable Node following;
    private Position tagStart = new Position(1, 1);
    private Position last = new Position(1, 1);
    private String sectionBefore = "";
    private int sizeThen;

    /** @param place the place in the HTML where the body begins */
    BodyChecker(Check check, Passage passage, Context context, Place place) {
        this.check = check;
        this.passage = passage;
        this.context = context;
        this.start = place;
        this.place = place;
        this.expression = new ExpressionCollector(check, passage, steps, place);
    }

    Body check(List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            last = nodes.get(i).position();
            following = i + 1 < nodes.size() ? nodes.get(i + 1) : null;
            nodes.get(i).accept(this);
        }
        settle();
        return new Body(steps.toList(), place instanceof ContentPlace.FirstLine first ? first.content() : place);
    }

    /** Checks a whole template, which must end at the kind of place where it begins. */
    Body checkAll(List<Node> nodes) {
        return closed(nodes, end -> "The template ends " + end.where() + ", which begins here. Close it.");
    }

    /**
     * Checks included text, which must end at the kind of place where it begins.
     *
     * @param what what it is called in messages
     */
    Body checkIncluded(List<Node> nodes, String what) {
        return closed(
                nodes,
                end -> "The " + what + " begins " + start.where() + " but ends " + end.where()
                        + ", which begins here. Close what it opens, and nothing else.");
    }

    private Body closed(List<Node> nodes, Function<Place, String> mistake) {
        Body body = check(nodes);
        Optional<Place> end = start.join(body.end());
        if (end.isEmpty()) {
            last = tagStart;
            fault(mistake.apply(body.end()));
        }
        return new Body(body.steps(), end.orElseGet(Place.Anywhere::new));
    }

    @Override
    public Void text(Node.Text text) {
        int from = 0;
        for (int i = 0; i < text.text().length(); i++) {
            Place before = place;
            place = place.next(text.text().charAt(i));
            if (expression.changes(before, place)) {
                int end = place instanceof QuotedValue ? i + 1 : i;
                expression.addText(text, from, end);
                expression.change(place, text, i);
                from = end;
            }
            if (place instanceof Place.Broken) {
                last = passage.source().position(text.offset() + i);
                settle();
            } else if (before.equals(start) && !place.equals(start)) {
                tagStart = passage.source().position(text.offset() + i);
            }
        }
        expression.addText(text, from, text.text().length());
        return null;
    }

    @Override
    public Void link(Node.Link link) {
        settle();
        LinkChecker checker = new LinkChecker(check, context, place);
        try {
            boolean hasQuery =
                    following instanceof Node.Text text && text.text().startsWith("?");
            List<Step> url = checker.steps(link.reference(), hasQuery);
            (expression.isOpen() ? expression.inQuotes(url, link.position()) : url).forEach(steps::add);
        } catch (Refusal e) {
            fault(e.getMessage());
        }
        place = checker.place();
        settle();
        return null;
    }

    private void settle() {
        place = place.settled();
        if (place instanceof Place.Broken broken) {
            fault(broken.why());
            place = new Place.Anywhere();
        }
    }

    @Override
    public Void variable(Node.Variable variable) {
        settle();
        if (place instanceof ContentPlace.FirstLine) {
            // The browser drops this line end instead of one at the start of the value.
            steps.add(new Step.Text("\n"));
        }
        Slot slot = place.slot();
        place = place.afterValue();
        try {
            ResolvedName found = check.names().resolve(variable.name(), context);
            if (slot instanceof Slot.Refused refused) {
                throw new Refusal(refused.why());
            }
            Escaping escaping = ((Slot.Escaped) slot).escaping();
            VariableChecker checker = new VariableChecker(variable.name(), found);
            boolean raw = !variable.escaped();
            steps.add(expression.isOpen() ? checker.data(raw, escaping) : checker.step(raw, escaping));
        } catch (Refusal e) {
            fault(e.getMessage());
            steps.add(Step.Data.REFUSED);
        }
        return null;
    }

    @Override
    public Void section(Node.Section section) {
        settle();
        SectionPlan plan;
        try {
            ResolvedName found = check.names().resolve(section.name(), context);
            SectionChecker checker = new SectionChecker(section.name(), found, context);
            plan = section.inverted() ? checker.inverted() : checker.section();
            if (plan.repeats() && expression.isOpen()) {
                throw new Refusal(
                        "A list cannot be part of an expression, whose code would vary with its length. Put the"
                                + " element in the section, or turn the list into text in Java.");
            }
        } catch (Refusal e) {
            fault(e.getMessage());
            return null;
        }
        if (plan.repeats()) {
            warnOfKeyless(section);
        }
        List<Step> body = body(section, plan);
        if (section.inverted() && isElseOf(section.name())) {
            Step.Choice before = (Step.Choice) steps.last();
            steps.replaceLast(new Step.Choice(before.lets(), before.condition(), before.then(), body));
        } else {
            steps.add(plan.step().apply(body));
        }
        sectionBefore = section.inverted() || plan.repeats() ? "" : section.name();
        sizeThen = steps.size();
        return null;
    }

    private void warnOfKeyless(Node.Section section) {
        KeylessControls.in(section.body(), check.library())
                .ifPresent(control -> check.noteKeyless(passage.fault(
                        section.position(),
                        "When items of " + section.name() + " are added, removed or reordered, what somebody typed"
                                + " into the <"
                                + control + "> of one may end up in another. Give each item's element a key, as in"
                                + " data-key=\"{{id}}\", or an id.")));
    }

    /** Whether the section of this name has just ended, so that its inverse can become its {@code else}. */
    private boolean isElseOf(String name) {
        return name.equals(sectionBefore) && steps.size() == sizeThen && steps.last() instanceof Step.Choice;
    }

    /**
     * What follows a section must be right whether or not the section is written, and so must a body that repeats: it
     * is checked again from every place where it can begin, until there are no new ones.
     */
    private List<Step> body(Node.Section section, SectionPlan plan) {
        Body body = inside(section, plan, place);
        Place after = join(section, body.end());
        while (plan.repeats() && !after.equals(place)) {
            place = after;
            body = inside(section, plan, place);
            after = join(section, body.end());
        }
        place = after;
        return body.steps();
    }

    private Body inside(Node.Section section, SectionPlan plan, Place start) {
        check.partials().enterSection();
        Body body = new BodyChecker(check, passage, plan.context(), start).check(section.body());
        check.partials().leaveSection();
        return body;
    }

    private Place join(Node.Section section, Place end) {
        return place.join(end).orElseGet(() -> {
            fault("The section " + section.name() + " begins " + place.where() + " but ends " + end.where()
                    + ". What follows must be right with and without it: close what it opens, and nothing else.");
            return new Place.Anywhere();
        });
    }

    @Override
    public Void partial(Node.Partial partial) {
        return include(inclusions -> inclusions.partial(partial), true);
    }

    @Override
    public Void parent(Node.Parent parent) {
        return include(inclusions -> inclusions.parent(parent), true);
    }

    @Override
    public Void block(Node.Block block) {
        return include(inclusions -> inclusions.block(block), false);
    }

    private interface Inclusion {
        Body check(InclusionChecker inclusions) throws Refusal;
    }

    private Void include(Inclusion inclusion, boolean isOther) {
        settle();
        try {
            if (isOther && expression.isOpen()) {
                throw new Refusal("Another template cannot be included in an expression. Write its text here, or"
                        + " include the whole element.");
            }
            Body body = inclusion.check(new InclusionChecker(check, passage, context, place));
            body.steps().forEach(steps::add);
            place = body.end();
        } catch (Refusal e) {
            fault(e.getMessage());
        }
        return null;
    }

    private void fault(String message) {
        check.report(List.of(passage.fault(last, message)));
    }
}
