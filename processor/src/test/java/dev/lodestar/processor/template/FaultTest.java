package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {
    private static final TemplateFixture PAGE = TemplateFixture.page(
            "int count, String title, Html body, List<Todo> todos, Optional<User> user, Color color, Thread thread,"
                    + " Map<String, Integer> prices",
            "1, \"\", Html.EMPTY, List.of(), Optional.empty(), Color.RED, null, Map.of()",
            "enum Color { RED }",
            "record Todo(int id, String text) {}",
            "record User(String name) {}");

    @Test
    void showsThePlaceInTheTemplate() {
        TemplateFixture fixture = PAGE.template("<main>\n\t<p>{{title}} {{tilte}}</p>\n</main>\n");
        assertEquals(List.of("""
                        page.mustache:2:15: Nothing here is called tilte. Did you mean title? Page has count, title, body, todos,\
                         user, color, thread, prices.
                          \t<p>{{title}} {{tilte}}</p>
                          \t             ^"""), fixture.faults());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "{{tilte}} → Nothing here is called tilte. Did you mean title? Page has count, title, body, todos, user, color,"
                        + " thread, prices.",
                "{{#todos}}{{txt}}{{/todos}} → Nothing here is called txt. Did you mean text? Todo has id, text; Page has count,"
                        + " title, body, todos, user, color, thread, prices.",
                "{{user.nam}} → User has no component nam. Did you mean name? It has name.",
                "{{title.length}} → Only a record has components, so length cannot be found in a String.",
                "{{a b}} → This is not a name: a b. A tag contains the name of a component, or several separated by"
                        + " dots, as in {{user.name}}.",
                "{{action:counter/icn}} → There is no action counter/icn. Did you mean counter/inc? The application has"
                        + " add, counter/dec, counter/inc.",
                "{{view:/todo}} → There is no view /todo. Did you mean /todos? The application has /any, /chat, /todos.",
                "{{asset:x.js}} → There is no asset x.js. The application has app.css.",
                "{{image:x.png}} → image: is not a kind of reference. References begin with action:, asset: or"
                        + " view:.",
                "{{>rwo}} → There is no template rwo.mustache. Did you mean row.mustache? Templates are read from the folder"
                        + " templates/ among the resources.",
                "{{{title}}} → Only Html can be written unescaped, but title is a String. Write {{title}}, or make"
                        + " the component an Html.",
                "{{todos}} → todos is a List<Todo>, which cannot be written as text. Write each of its elements, as in"
                        + " {{#todos}}{{.}}{{/todos}}.",
                "{{user}} → user is an Optional<User>, which cannot be written as text. Write one of its components, as in"
                        + " {{#user}}{{…}}{{/user}}.",
                "{{thread}} → thread is a Thread, which cannot be written as text. Make it a String, a number, a boolean, an"
                        + " enum or Html in Java.",
                "{{-index}} → -index describes an element's position in a list, but no section around this tag"
                        + " iterates over a list. Move it into one.",
                "{{#user}}{{#-last}}{{/-last}}{{/user}} → -last describes an element's position in a list, but no"
                        + " section around this tag iterates over a list. Move it into one.",
                "{{#todos}}{{-idnex}}{{/todos}} → There is no -idnex. Did you mean -index? There are -first, -last and -index.",
                "{{#todos}}{{#-index}}{{/-index}}{{/todos}} → A section needs something that can be missing, false or empty, but"
                        + " -index is an int. Add a boolean component to the record, or make this one an Optional.",
                "{{prices}} → prices is a Map<String, Integer>, which cannot be written as text. Write each of its entries, as in"
                        + " {{#prices}}{{key}}: {{value}}{{/prices}}.",
                "{{#prices}}{{.}}{{/prices}} → . is a Map.Entry<String, Integer>, which cannot be written as text. Write {{key}}"
                        + " and {{value}}.",
                "{{#prices}}{{name}}{{/prices}} → Nothing here is called name. Map.Entry has key, value; Page has count, title,"
                        + " body, todos, user, color, thread, prices.",
                "{{prices.tea}} → Only a record has components, so tea cannot be found in a Map<String, Integer>."
                        + " Iterate over it with a section, in which the names of an element, or key and value, are"
                        + " known.",
                "{{<layout}}{{$contnet}}{{/contnet}}{{/layout}} → layout.mustache has no block contnet. Did you mean content? It"
                        + " has content, title.",
                "{{<row}}{{$x}}{{/x}}{{/row}} → row.mustache has no block x. It has none.",
                "{{<layuot}}{{/layuot}} → There is no template layuot.mustache. Did you mean layout.mustache? Templates are read"
                        + " from the folder templates/ among the resources.",
                "{{<layout}}{{$content}}<p{{/content}}{{/layout}} → The block content begins between elements but"
                        + " ends inside the tag <p>, which begins here. Close what it opens, and nothing else.",
                "{{<layout}}{{$content}}{{nmae}}{{/content}}{{/layout}} → Nothing here is called nmae. Page has count, title,"
                        + " body, todos, user, color, thread, prices.",
                "{{#count}}{{/count}} → A section needs something that can be missing, false or empty, but count is an int. Add"
                        + " a boolean component to the record, or make this one an Optional.",
                "{{^color}}{{/color}} → A section needs something that can be missing, false or empty, but color is a Color. Add"
                        + " a boolean component to the record, or make this one an Optional.",
                "<p title=\"{{body}}\"> → Html is only allowed between elements, but here only text is. Make body a"
                        + " String.",
                "<title>{{body}}</title> → Html is only allowed between elements, but here only text is. Make body a"
                        + " String.",
                "<i data-show=\"$a.{{title}}\"> → title becomes a JavaScript literal, which cannot be part of a name"
                        + " or directly follow another value. Put a space or an operator before it, or use brackets,"
                        + " as in map[{{key}}].",
                "{{#todos}}<li{{/todos}} → The section todos begins between elements but ends inside the tag <li>."
                        + " What follows must be right with and without it: close what it opens, and nothing else.",
                "<p title=\"{{#user}}x\"{{/user}}> → The section user begins inside the value of title but ends"
                        + " inside the tag <p>. What follows must be right with and without it: close what it opens,"
                        + " and nothing else.",
                "<p{{#todos}} x{{/todos}}y> → A section in a tag must be followed by a space or the end of the tag,"
                        + " since this text would otherwise belong to the section's last attribute. Put a space"
                        + " before it.",
                "<p {{#todos}}x{{/todos}}> → A section in a tag must be followed by a space or the end of the tag,"
                        + " since this text would otherwise belong to the section's last attribute. Put a space"
                        + " before it.",
                "<p>x</p → The template ends inside the tag </p>, which begins here. Close it.",
                "<p title=\"x> → The template ends inside the value of title, which begins here. Close it.",
            })
    void saysWhatIsWrongAndWhatToWrite(String template, String message) {
        TemplateFixture fixture = PAGE.template(template)
                .template("row.mustache", "")
                .template("layout.mustache", "<main>{{$content}}{{/content}}</main>{{$title}}{{/title}}");
        assertEquals(List.of(message), fixture.messages());
    }

    @Test
    void reportsAllFaultsInTheirOrder() {
        TemplateFixture fixture = PAGE.template("{{b}}{{>part}}{{a}}\n{{#c}}{{d}}{{/c}}{{action:x}}")
                .template("part.mustache", "{{#todos}}{{e}}{{/todos}}{{f}}");
        assertEquals(
                List.of(
                        "page.mustache:1:1",
                        "page.mustache:1:15",
                        "page.mustache:2:1",
                        "page.mustache:2:18",
                        "part.mustache:1:11",
                        "part.mustache:1:26"),
                fixture.faults().stream()
                        .map(fault -> fault.substring(0, fault.indexOf(": ")))
                        .toList());
    }

    @Test
    void saysWhichTagIncludedAPartial() {
        TemplateFixture fixture = PAGE.template("<p>\n  {{>part}}\n</p>").template("part.mustache", "x\n {{txt}}");
        assertEquals(List.of("""
                        part.mustache:2:2: Nothing here is called txt. Page has count, title, body, todos, user, color, thread, prices.\
                         It is included from page.mustache:2:3.
                           {{txt}}
                           ^"""), fixture.faults());
    }

    @Test
    void showsTheTagThatAPartialLeavesOpen() {
        TemplateFixture fixture = PAGE.template("<p>{{>part}}</p>").template("part.mustache", "<b>x</b>\n<i title='x'");
        assertEquals(List.of("""
                        part.mustache:2:1: The partial begins between elements but ends inside the tag <i>, which \
                        begins here.\
                         Close what it opens, and nothing else. It is included from page.mustache:1:4.
                          <i title='x'
                          ^"""), fixture.faults());
    }

    @Test
    void reportsAFaultOfAPartialOnceHoweverOftenItIsIncluded() {
        TemplateFixture fixture =
                PAGE.template("{{>part}}{{>part}}\n  {{>part}}\n{{>part}}").template("part.mustache", "{{x}}");
        assertEquals(1, fixture.messages().size(), fixture.messages()::toString);
        fixture.template("part.mustache", "{{#x}}");
        assertEquals(List.of("The section x is never closed. Write {{/x}} where it ends."), fixture.messages());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "{{>part}} → The partial part.mustache contains itself and would never end.",
                "{{>other}} → The partial part.mustache contains itself and would never end.",
                "{{#next}}<b>{{>part}}</b>{{/next}} → ",
                "{{#next}}<i data-show=\"`${ {{>deep}} }`\">{{/next}} → Partials are nested more than 50 deep here.",
            })
    void refusesAPartialThatNeverEnds(String part, @Nullable String why) {
        TemplateFixture fixture = TemplateFixture.page("Node root", "new Node(null)", "record Node(Node next) {}")
                .template("{{#root}}{{>part}}{{/root}}")
                .template("part.mustache", part)
                .template("other.mustache", "{{>part}}")
                .template("deep.mustache", "{{#next}}`${ {{>deep}} }`{{/next}}");
        List<String> messages = fixture.messages();
        assertEquals(why == null ? 0 : 1, messages.size(), messages::toString);
        messages.forEach(message -> assertTrue(message.startsWith(String.valueOf(why)), message));
    }

    @Test
    void neverThrowsWhateverTheTemplateIs() {
        String[] pieces = {
            "{{",
            "}}",
            "{",
            "}",
            "#",
            "^",
            "/",
            ">",
            "!",
            "&",
            "=",
            "<% %>",
            "|",
            "$",
            "title",
            "todos",
            "user",
            ".",
            "name",
            "action:",
            "x",
            " ",
            "\n",
            "\r\n",
            "<",
            "<p",
            "<a href=\"",
            "<i data-show='",
            "\"",
            "'",
            "`",
            "${",
            "\\",
            "//",
            "/*",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "style=",
            "{{title}}",
            "{{#todos}}",
            "{{/todos}}",
            "{{#user}}",
            "{{/user}}",
            "{{^user}}",
            "{{>part}}",
            "  {{>part}}\n",
            "{{>page}}",
            "{{<part}}",
            "{{/part}}",
            "{{$b}}",
            "{{/b}}\n",
            "{{#-first}}",
            "{{-index}}",
            "=<% %>=",
            "{{=<% %>=}}",
            "&quot;",
            "&#x",
            "\uD83D",
            "\0"
        };
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder template = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                template.append(pieces[random.nextInt(pieces.length)]);
            }
            TemplateFixture fixture =
                    PAGE.template(template.toString()).template("part.mustache", "{{$b}}{{>part}}{{/b}}");
            assertDoesNotThrow(fixture::compile, template::toString);
        }
    }

    @Test
    void reportsAMissingTemplate() {
        TemplateFixture fixture = TemplateFixture.page("int count", "1").template("pages.mustache", "");
        assertEquals(
                List.of(
                        "There is no template page.mustache. Did you mean pages.mustache? Templates are read from the folder"
                                + " templates/ among the resources."),
                fixture.messages());
    }
}
