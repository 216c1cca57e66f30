package dev.lodestar.processor.template.mark;

import dev.lodestar.processor.expression.DocumentEffect;
import dev.lodestar.processor.template.place.CharacterReference;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows which {@code data-*} attributes leave an element in the page so that only a morph of the whole page would put
 * it right. What its attributes show of signals the client itself puts back when a morph takes it away; {@link Unclear}
 * is what nobody puts back.
 */
final class DataAttributes {
    private static final String PREFIX = "data-";
    private static final Set<String> SCRIPTED = Set.of(
            "on", "init", "effect", "show", "class", "style", "computed", "signals", "text", "attr", "json-signals");

    /** They keep elements in signals, out of sight, or make a morph do more than it shows. */
    private static final Set<String> UNCLEAR = Set.of("ref", "ignore-morph", "scope-children");

    /** These put text in the place of what an element holds. */
    private static final Set<String> FILLING = Set.of("text", "json-signals");

    /** What may follow signals without a morph making more of it than the attribute. */
    private static final Set<String> SHOWN = Set.of(
            ("class style hidden disabled title href role tabindex lang dir placeholder alt target rel draggable inert"
                            + " readonly required x y x1 y1 x2 y2 cx cy r rx ry d points width height transform fill"
                            + " stroke opacity")
                    .split(" "));

    /** Keys and their values: several where sections decide between expressions. */
    private static final Pattern KEYS = Pattern.compile("(?s)#[0-9a-f]+(?:[!\\[#].*)?");

    private static final Pattern MARKED_KEY = Pattern.compile("#[0-9a-f]+!");
    private static final Pattern REFERENCE = Pattern.compile("(&[#\\w]+)(;?)");

    private DataAttributes() {}

    static void check(Attribute attribute, ContentModel model) {
        if (!attribute.name().startsWith(PREFIX)) {
            return;
        }
        String name = attribute.name().substring(PREFIX.length());
        Unclear.unless(!name.startsWith("star-"));
        String plugin = plugin(attribute);
        Unclear.unless(!UNCLEAR.contains(plugin));
        if (plugin.equals("bind")) {
            Unclear.unless(model.isControl() && model != ContentModel.BUTTON && model != ContentModel.CHOICE);
            Unclear.unless(!name.contains("__prop"));
        } else if (SCRIPTED.contains(plugin) || plugin.startsWith("on-")) {
            Unclear.unless(!plugin.equals("attr") || isShown(name.substring(plugin.length())));
            Unclear.unless(isHarmless(attribute));
        }
    }

    /** A name is a plugin's, followed by a key after a colon, and by modifiers, each after two underscores. */
    private static String plugin(Attribute attribute) {
        return attribute.name().startsWith(PREFIX)
                ? attribute.name().substring(PREFIX.length()).split(":|__", 2)[0]
                : "";
    }

    private static boolean isShown(String key) {
        return key.startsWith(":") && (SHOWN.contains(key.substring(1)) || key.startsWith(":aria-"));
    }

    /** Whether the client puts text in the place of what the element holds. */
    static boolean fills(Attribute attribute) {
        return FILLING.contains(plugin(attribute));
    }

    /** Whether it keeps what opens and closes the element from frames. */
    static boolean keepsOpen(Attribute attribute) {
        return attribute.is("data-preserve-attr")
                && attribute.isConstant()
                && Arrays.asList(attribute.value().split("[ \\t\\r\\n\\f]+")).contains("open");
    }

    /**
     * Whether an expression is certain to leave the document as it is; otherwise the page is no longer what was
     * rendered, a morph of the whole page would put that back, and pieces would not. A compiled expression is a key
     * here, with a mark behind it that says what the compiler found; of any other there is the text.
     */
    private static boolean isHarmless(Attribute attribute) {
        String value = attribute.value();
        return value.startsWith("#")
                ? KEYS.matcher(value).matches() && !MARKED_KEY.matcher(value).find()
                : !attribute.isVaried() && isHarmless(value);
    }

    private static boolean isHarmless(String value) {
        StringBuilder decoded = new StringBuilder();
        Matcher reference = REFERENCE.matcher(value);
        while (reference.find()) {
            Optional<String> text = CharacterReference.text(reference.group(1), ';');
            if (text.isEmpty() || reference.group(2).isEmpty()) {
                return false;
            }
            reference.appendReplacement(decoded, Matcher.quoteReplacement(text.get()));
        }
        reference.appendTail(decoded);
        return !DocumentEffect.isPossible(decoded.toString());
    }
}
