package dev.lodestar.browser.engine;

/** JavaScript for the elements that a selector matches. */
final class Selector {
    /**
     * {@code all(selector)} returns the matches of a CSS selector. A name after {@code " >> "} must also match: an
     * element's {@code aria-label}, or its text if it has none.
     */
    private static final String ALL = """
            const all = (selector) => {
              const [css, name] = selector.split(' >> ');
              const found = [...document.querySelectorAll(css)];
              const nameOf = (el) => (el.getAttribute('aria-label') ?? el.textContent).trim().replace(/\\s+/g, ' ');
              return name === undefined ? found : found.filter((el) => nameOf(el) === name);
            };
            const one = (selector) => {
              const [found] = all(selector);
              if (!found) throw Error('Nothing matches ' + selector);
              return found;
            };
            """;

    /** The middle of an element, scrolled into view, once it can be clicked. */
    static final String MIDDLE = function("""
            const el = one(selector);
            el.scrollIntoView({block: 'nearest', inline: 'nearest', behavior: 'instant'});
            const {x, y, width, height} = el.getBoundingClientRect();
            if (!width || !height) throw Error(selector + ' is not to be seen');
            const middle = [x + width / 2, y + height / 2];
            const hit = document.elementFromPoint(...middle);
            if (!el.contains(hit)) throw Error(selector + ' is covered by ' + hit?.outerHTML.slice(0, 100));
            return middle""");

    static final String BOX = function("""
            const {x, y, width, height} = one(selector).getBoundingClientRect();
            return [x, y, width, height]""");

    static final String FOCUS = function("one(selector).focus()");

    static final String FOCUSED = function("return one(selector) === document.activeElement");

    static final String VISIBLE = function("return all(selector).some((el) => el.checkVisibility())");

    /** The texts as in the document. */
    static final String TEXTS =
            function("return all(selector).map((el) => el.textContent.trim().replace(/\\s+/g, ' '))");

    static final String VALUE = function("return one(selector).value");

    /** How many times to press an arrow key from the selected option of a select element to the one with this label. */
    static final String STEPS = function("""
            const el = one(selector);
            const options = [...el.options].filter((option) => !option.disabled || option.selected);
            const index = options.findIndex((option) => option.label === label);
            if (index < 0) throw Error(selector + ' has no option ' + label);
            return index - options.findIndex((option) => option.selected)""");

    static final String CHOICE = function("return one(selector).selectedOptions[0]?.label");

    private Selector() {}

    private static String function(String body) {
        return "(selector, label) => { " + ALL + body + " }";
    }
}
