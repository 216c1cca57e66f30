package dev.lodestar.processor.template;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The value of an attribute, as far as it decides what may stand in it. */
sealed interface AttributeValue permits AttributeValue.Plain, AttributeValue.Closed, UrlValue, Expression {
    /** Attributes whose value a browser loads, follows or sends to. */
    Set<String> URLS = Set.of(
            "action",
            "archive",
            "background",
            "cite",
            "classid",
            "codebase",
            "data",
            "formaction",
            "href",
            "icon",
            "longdesc",
            "manifest",
            "ping",
            "poster",
            "profile",
            "src",
            "usemap",
            "xlink:href");

    /** Attributes of the client, without {@code data-}, whose value it runs. */
    Set<String> EXPRESSIONS = Set.of(
            "animate",
            "attr",
            "class",
            "computed",
            "custom-validity",
            "effect",
            "init",
            "json-signals",
            "on",
            "persist",
            "query-string",
            "replace-url",
            "show",
            "signals",
            "style",
            "text",
            "view-transition");

    /** Attributes in which no escaping makes a value safe. */
    Map<String, String> CLOSED = Map.of(
            "style",
                    "A value cannot stand in a style attribute, where no escaping is safe. Choose a class by a section,"
                            + " or use a data-style:* attribute, as in data-style:width=\"{{width}}\".",
            "srcdoc",
                    "A value cannot stand in srcdoc, which is read as HTML once more. Give the frame a page of its own"
                            + " through src.");

    /** The prefix of the client's attributes that set another one. */
    String SETTING = "data-attr:";

    /** The empty value of the attribute with this name. */
    static AttributeValue of(String name) {
        if (name.startsWith(SETTING)) {
            String set = name.substring(SETTING.length()).split("__", 2)[0];
            return of(set) instanceof Plain
                    ? Expression.EMPTY
                    : new Closed("A value cannot stand in " + name + ", where it would be set unchecked. Write it into "
                            + set + " itself, or compute it from signals alone.");
        }
        String why = CLOSED.get(name);
        if (why != null) {
            return new Closed(why);
        }
        if (name.startsWith("on")) {
            return new Closed("A value cannot stand in " + name
                    + ", and a page's policy forbids that attribute. Write data-on:" + name.substring(2) + "=\"…\".");
        }
        if (URLS.contains(name)) {
            return UrlValue.EMPTY;
        }
        return isExpression(name) ? Expression.EMPTY : new Plain();
    }

    private static boolean isExpression(String name) {
        if (!name.startsWith("data-")) {
            return false;
        }
        String plugin = name.substring("data-".length()).split(":|__", 2)[0];
        return plugin.startsWith("on-") || EXPRESSIONS.contains(plugin);
    }

    AttributeValue next(char c);

    /** What a value would have to be here, in the attribute with this name. */
    Slot slot(String name);

    default AttributeValue afterValue() {
        return this;
    }

    /** The value of which both are cases, if what follows can stand after either. */
    default Optional<AttributeValue> join(AttributeValue other) {
        return equals(other) ? Optional.of(this) : Optional.empty();
    }

    /** Why the text so far cannot stand there, if it cannot. */
    default Optional<String> broken() {
        return Optional.empty();
    }

    /** What to add to the name of the attribute to say where in it this is. */
    default String where() {
        return "";
    }

    /** A value that a browser does not run and does not load. */
    record Plain() implements AttributeValue {
        @Override
        public AttributeValue next(char c) {
            return this;
        }

        @Override
        public Slot slot(String name) {
            return new Slot.Escaped(Escaping.TEXT);
        }
    }

    /** One in which only constant text can stand. */
    record Closed(String why) implements AttributeValue {
        @Override
        public AttributeValue next(char c) {
            return this;
        }

        @Override
        public Slot slot(String name) {
            return new Slot.Refused(why);
        }
    }
}
