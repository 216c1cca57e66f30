package dev.lodestar.processor.template.place;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Knows from an attribute's name and element what its value means. */
final class AttributeValues {
    /** Attributes whose value a browser loads, follows or submits to. */
    private static final Set<String> URLS = Set.of(
            "action",
            "archive",
            "attributionsrc",
            "background",
            "cite",
            "classid",
            "codebase",
            "data",
            "dynsrc",
            "formaction",
            "href",
            "icon",
            "longdesc",
            "lowsrc",
            "manifest",
            "ping",
            "poster",
            "profile",
            "src",
            "usemap",
            "xlink:href",
            "xml:base");

    /** Attributes that hold several URLs separated by commas. */
    private static final Set<String> URL_LISTS = Set.of("imagesrcset", "srcset");

    /** Attributes whose value the client runs, without its prefix. */
    private static final Set<String> EXPRESSIONS = Set.of(
            "animate",
            "attr",
            "class",
            "computed",
            "custom-validity",
            "effect",
            "init",
            "json-signals",
            "match-media",
            "on",
            "persist",
            "query-string",
            "replace-url",
            "show",
            "signals",
            "style",
            "text",
            "view-transition");

    /** The client's prefix and that of its aliased bundle, longest first. */
    private static final String[] PREFIXES = {"data-star-", "data-"};

    /** The client's attribute that sets another one, without its prefix. */
    private static final String SETTING = "attr:";

    /** Attributes in which no escaping makes a value safe. */
    private static final Map<String, String> CLOSED = Map.of(
            "srcdoc",
            "A value is not allowed in srcdoc, which is parsed as HTML again. Give the frame its own page with src.");

    /** Attributes whose URL runs in the page, by element. */
    private static final Map<String, Set<String>> RUN = Map.of(
            "base", Set.of("href"),
            "embed", Set.of("src"),
            "object", Set.of("archive", "classid", "codebase", "data"),
            "script", Set.of("href", "src", "xlink:href"));

    /** SVG elements that set an attribute of another one, and the attributes that say which and to what. */
    private static final Set<String> ANIMATIONS =
            Set.of("animate", "animatecolor", "animatemotion", "animatetransform", "set");

    private static final Set<String> ANIMATED = Set.of("attributename", "by", "from", "to", "values");

    private AttributeValues() {}

    /** The empty value of an attribute; both names are in lower case. */
    static AttributeValue of(Element element, String name) {
        return whyNot(element, name)
                .<AttributeValue>map(AttributeValue.Closed::new)
                .orElseGet(() -> open(element, name));
    }

    private static Optional<String> whyNot(Element element, String name) {
        if (name.startsWith("on")) {
            return Optional.of("A value is not allowed in " + name
                    + ", and a page's policy forbids that attribute. Write data-on:" + name.substring(2) + "=\"…\".");
        }
        if (RUN.getOrDefault(element.name(), Set.of()).contains(name)) {
            return Optional.of("A value is not allowed in the " + name + " of " + element
                    + ", since what is loaded from there runs in the page. Name a file, as in " + name
                    + "=\"{{asset:…}}\".");
        }
        if (ANIMATIONS.contains(element.name()) && ANIMATED.contains(name)) {
            return Optional.of("A value is not allowed in the " + name + " of " + element
                    + ", which could set a link's address to it. Animate with CSS, and choose a class with a section.");
        }
        if (name.equals("content") && element.attributes().contains("http-equiv")) {
            return Optional.of("A value is not allowed in the content of a <meta> with http-equiv, which a browser"
                    + " obeys. Let an action reply with a redirect, or set a header.");
        }
        return Optional.ofNullable(CLOSED.get(name));
    }

    private static AttributeValue open(Element element, String name) {
        if (URL_LISTS.contains(name)) {
            return UrlValue.EMPTY_LIST;
        }
        if (name.equals("style")) {
            return AttributeValue.Uniform.STYLE;
        }
        return URLS.contains(name)
                ? UrlValue.EMPTY
                : withoutPrefix(name)
                        .map(attribute -> ofClient(element, name, attribute))
                        .orElse(AttributeValue.Uniform.TEXT);
    }

    private static Optional<String> withoutPrefix(String name) {
        for (String prefix : PREFIXES) {
            if (name.startsWith(prefix)) {
                return Optional.of(name.substring(prefix.length()));
            }
        }
        return Optional.empty();
    }

    /** The value of an attribute that the client may know; all others belong to the application. */
    private static AttributeValue ofClient(Element element, String name, String attribute) {
        if (attribute.startsWith(SETTING)) {
            return setting(element, name, attribute.substring(SETTING.length()).split("__", 2)[0]);
        }
        String plugin = attribute.split(":|__", 2)[0];
        if (plugin.equals("attr")) {
            return AttributeObjectValue.EMPTY;
        }
        return plugin.startsWith("on-") || EXPRESSIONS.contains(plugin)
                ? ExpressionValue.EMPTY
                : AttributeValue.Uniform.TEXT;
    }

    private static AttributeValue setting(Element element, String name, String set) {
        return of(element, set).equals(AttributeValue.Uniform.TEXT)
                ? ExpressionValue.EMPTY
                : new AttributeValue.Closed("A value is not allowed in " + name
                        + ", where it would be set unchecked. Write it in " + set
                        + " itself, or compute it from signals alone.");
    }
}
