package dev.lodestar.processor.template.mark;

import dev.lodestar.processor.template.mark.MarkupLexer.Spot;
import dev.lodestar.processor.template.place.Escaping;
import dev.lodestar.processor.template.place.HtmlCharacters;
import dev.lodestar.processor.template.step.RenderMethod;
import dev.lodestar.processor.template.step.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the markup that a renderer writes, whatever its sections decide, and throws {@link Unclear} unless a browser's
 * tree is the nesting of the tags. Follows the tree construction of the HTML standard (section 13.2.6), as far as that
 * does nothing but open, fill and close elements.
 */
final class ElementReader implements Step.Visitor<Void>, MarkupLexer.Handler {
    /** Browsers move what is nested more than some hundred levels deep. */
    private static final int DEEPEST = 100;

    /** Partials that include others again and again can have more paths than anybody could read. */
    private static final int MOST_STEPS = 1_000_000;

    /** A class file holds no longer text. */
    private static final int LONGEST_TAG = 20_000;

    private final MarkupLexer lexer = new MarkupLexer(this);
    private final Deque<StartTag> open = new ArrayDeque<>();
    private final Set<RenderMethod> callers = new HashSet<>();
    private final List<MarkedText> texts = new ArrayList<>();
    private int steps;

    /** How many elements are open around the innermost section. */
    private int floor;

    private ElementReader() {}

    /** The texts of a page in the order in which they are read, each as often as it is. */
    static List<MarkedText> read(RenderMethod render) {
        ElementReader reader = new ElementReader();
        reader.callers.add(render);
        reader.all(render.steps());
        reader.lexer.settle();
        Unclear.unless(reader.open.isEmpty() && reader.lexer.isInContent());
        return reader.texts;
    }

    private void all(List<Step> body) {
        for (Step step : body) {
            Unclear.unless(++steps < MOST_STEPS);
            step.accept(this);
        }
    }

    @Override
    public Void text(Step.Text text) {
        texts.add(new MarkedText(text, new ArrayList<>()));
        lexer.read(text.text(), texts.size() - 1);
        return null;
    }

    @Override
    public Void write(Step.Write write) {
        lexer.settle();
        if (!lexer.isInContent()) {
            lexer.value();
        } else if (write.escaping() == Escaping.CONTENT) {
            checkHtml();
        } else {
            Unclear.unless(open.isEmpty() || model().holdsText());
        }
        return null;
    }

    /** Html closes what it opens, but it may be of flow content. */
    private void checkHtml() {
        Unclear.unless(open.isEmpty() || model().holdsFlow() && !open.getFirst().isFilledByClient());
        Unclear.unless(open.stream().noneMatch(tag -> tag.model() == ContentModel.PARAGRAPH));
    }

    @Override
    public Void choice(Step.Choice choice) {
        branches(choice.then(), choice.otherwise());
        return null;
    }

    @Override
    public Void each(Step.Each each) {
        branches(each.body(), List.of());
        return null;
    }

    private void branches(List<Step> then, List<Step> otherwise) {
        int outerFloor = floor;
        MarkupLexer.State start = lexer.enter();
        floor = open.size();
        balanced(then);
        MarkupLexer.State end = lexer.otherwise(start);
        balanced(otherwise);
        lexer.leave(end);
        floor = outerFloor;
    }

    /** Reads what closes the elements that it opens, and no others. */
    private void balanced(List<Step> body) {
        all(body);
        lexer.settle();
        Unclear.unless(open.size() == floor);
    }

    @Override
    public Void call(Step.Call call) {
        lexer.settle();
        // The depth of a method that calls itself depends on the values.
        Unclear.unless(callers.add(call.method()));
        all(call.method().steps());
        callers.remove(call.method());
        lexer.settle();
        return null;
    }

    @Override
    public Void begin(Step.Begin begin) {
        throw new IllegalStateException("Marks are added once.");
    }

    @Override
    public Void mark(Step.Mark mark) {
        throw new IllegalStateException("Marks are added once.");
    }

    @Override
    public void character(char c) {
        Unclear.unless(c != 0 && (open.isEmpty() || model().holdsText() || HtmlCharacters.isSpace(c)));
    }

    @Override
    public void comment() {
        Unclear.unless(
                open.isEmpty() || !model().holdsOnlyText() && !open.getFirst().isFilledByClient());
    }

    @Override
    public StartTag begun(String name) {
        ContentModel model = ContentModel.of(name);
        checkPlace(model);
        Unclear.unless(open.size() < DEEPEST);
        return new StartTag(name, model);
    }

    private void checkPlace(ContentModel model) {
        if (open.isEmpty()) {
            Unclear.unless(model.mayStandOutside());
            return;
        }
        Unclear.unless(model.mayStandIn(model()) && !open.getFirst().isFilledByClient());
        for (StartTag tag : open) {
            Unclear.unless(!model.breaksParagraph() || tag.model() != ContentModel.PARAGRAPH);
            Unclear.unless(!model.standsAlone() || tag.model() != model);
        }
    }

    private ContentModel model() {
        return open.getFirst().model();
    }

    @Override
    public void opened(StartTag tag, boolean isEmpty) {
        tag.check();
        if (tag.hasId()) {
            markStart(tag);
        }
        if (tag.model().isVoid() || isEmpty) {
            Unclear.unless(tag.model().isVoid() || tag.model().isForeign());
            markEnd(tag);
        } else {
            open.push(tag);
        }
    }

    @Override
    public void closed(String name) {
        Unclear.unless(open.size() > floor && open.getFirst().name().equals(name));
        markEnd(open.pop());
    }

    private void markStart(StartTag tag) {
        Spot start = lexer.tagStart();
        Spot id = lexer.id();
        MarkedText text = texts.get(start.text());
        int end = lexer.end().text() == start.text() ? lexer.end().offset() : text.length();
        Unclear.unless(end - start.offset() <= LONGEST_TAG);
        if (id.text() == start.text()) {
            text.begin(tag.fragment(), start.offset(), Optional.of(id.offset()), end);
        } else {
            text.begin(tag.fragment(), start.offset(), Optional.empty(), end);
            texts.get(id.text()).mark(id.offset(), Step.Mark.ID);
        }
    }

    private void markEnd(StartTag tag) {
        if (tag.hasId()) {
            texts.get(lexer.end().text()).mark(lexer.end().offset(), Step.Mark.END);
        }
    }
}
