package dev.lodestar.processor;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A case of the public Mustache specification in our own words: a record and a template that exercise the rule of the
 * case of that name there.
 *
 * @param module the file of the specification
 * @param name the case's name there
 * @param components the components of the record
 * @param arguments the arguments for them
 * @param types the types nested in the record
 * @param templates the texts by their names; {@code page} is the one that is rendered. A {@code ~} in them is the
 *     folder that they are in.
 * @param expected what the page is rendered to, or a part of the error if it is refused
 * @param isRefused whether the template is an error, since it makes no sense where types are known
 */
record SpecCase(
        String module,
        String name,
        String components,
        String arguments,
        String types,
        Map<String, String> templates,
        String expected,
        boolean isRefused) {

    static SpecCase of(String module, String name) {
        return new SpecCase(module, name, "", "", "", Map.of(), "", false);
    }

    SpecCase page(String components, String arguments, String... types) {
        return new SpecCase(
                module, name, components, arguments, String.join(" ", types), templates, expected, isRefused);
    }

    /** A page with one boolean. */
    SpecCase on(boolean value) {
        return page("boolean on", String.valueOf(value));
    }

    /** A page with a boolean {@code a.b.c}. */
    SpecCase chain(String a) {
        return page("A a", a, "record A(B b) {}", "record B(boolean c) {}");
    }

    SpecCase template(String text) {
        return partial("page", text);
    }

    SpecCase partial(String template, String text) {
        Map<String, String> more = new LinkedHashMap<>(templates);
        more.put(template, text);
        return new SpecCase(module, name, components, arguments, types, more, expected, isRefused);
    }

    SpecCase gives(String text) {
        return new SpecCase(module, name, components, arguments, types, templates, text, false);
    }

    SpecCase isRefused(String why) {
        return new SpecCase(module, name, components, arguments, types, templates, why, true);
    }

    /** Adds it to an application, as the record and the folder of this name. */
    void addTo(Sources application, String id) {
        application.type(id, """
                @Template("%1$s/page.mustache")
                record %1$s(%2$s) {
                    %3$s
                    static String run() { return Templates.html(new %1$s(%4$s)).toString(); }
                }""".formatted(id, components, types, arguments));
        templates.forEach((template, text) ->
                application.template(id + "/" + template + ".mustache", text.replace("~", id + "/")));
    }
}
