package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTest {
    private static final TemplateFixture PAGE = TemplateFixture.page(
            "String room, int n, Sort sort, Optional<String> some, Optional<Sort> none, Optional<Integer> two, String gone,"
                    + " Optional<User> user, Optional<User> nobody, List<String> rooms, boolean yes, char c, Html html",
            "\"a & b/é'\", -5, Sort.NEW, Optional.of(\"x y\"), Optional.empty(), Optional.of(2), null,"
                    + " Optional.of(new User(\"Ann\")), Optional.empty(), List.of(\"1\", \"2\"), true, '&', Html.EMPTY",
            "enum Sort { NEW { public String toString() { return \"Newest first\"; } } }",
            "record User(String name) {}");
    private static final String ROOM = "a%20%26%20b%2F%C3%A9%27";

    @Test
    void buildsAQueryOfItsParameters() {
        String[] cases = {
            "{{view:/chat room=room}} → /chat?room=ROOM",
            "{{ view:/chat   room=room  sort=sort }} → /chat?room=ROOM&amp;sort=NEW",
            "<a href=\"{{view:/chat room=room sort='new & old'}}\"> → <a href=\"/chat?room=ROOM&amp;sort=new%20%26%20old\">",
            "<a href='{{view:/chat room=\"*\" sort=\"\"}}'> → <a href='/chat?room=%2A&amp;sort='>",
            "<i data-on:click=\"@get('{{view:/chat room=room}}')\"> → <i data-on:click=\"@get('/chat?room=ROOM')\">",
            "<i data-on:click=\"@post('{{action:add id=n}}')\"> → <i data-on:click=\"@post('/a/3f?id=-5')\">",
            "{{view:/any a=n b=yes c=c d=1.5 e=true f=user.name}} → /any?a=-5&amp;b=true&amp;c=%26&amp;d=1.5&amp;e=true&amp;f=Ann",
            "{{#rooms}}{{view:/chat room=.}} {{/rooms}} → /chat?room=1 /chat?room=2 ",
            "{{#user}}{{view:/chat room=name}}{{/user}} → /chat?room=Ann",
            "{{view:/chat room=gone}} → /chat?room=",
            "{{view:/chat room=sort}} → /chat?room=NEW",
            // An absent value is left out, wherever it is.
            "{{view:/any n=two x=c}} → /any?x=%26&amp;n=2",
            "{{view:/any a=none b=some}} → /any?b=x%20y",
            "{{view:/any a=some b=none c=two}} → /any?a=x%20y&amp;c=2",
            "{{view:/any a=none b=n c=two}} → /any?b=-5&amp;c=2",
            "{{view:/any a=none b=nobody.name}} → /any",
            "{{view:/any a=none b=none c=none d=two e=some}} → /any?d=2&amp;e=x%20y",
            "<a href=\"{{view:/any a=two}}#{{room}}\"> → <a href=\"/any?a=2#a &amp; b/é&#39;\">",
            "<a href=\"{{view:/any a=n}}&b={{room}}\"> → <a href=\"/any?a=-5&b=ROOM\">",
            // A query that continues by hand, or that a form adds.
            "<a href=\"{{view:/chat}}?room={{room}}\"> → <a href=\"/chat?room=ROOM\">",
            "<i data-on:click=\"@post('{{action:add}}?id={{n}}')\"> → <i data-on:click=\"@post('/a/3f?id=-5')\">",
            "<form action=\"{{view:/chat}}\"> → <form action=\"/chat\">",
            "{{asset:app.css}}#x → /assets/3f/app.css#x"
        };
        PAGE.assertRendered(expected -> expected.replace("ROOM", ROOM), cases);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "{{view:/chat rom=room}} → The view /chat has no parameter rom. Did you mean room? It has room, sort.",
                "{{view:/todos page=n}} → The view /todos has no parameter page. It has none.",
                "{{asset:app.css v=n}} → The asset app.css has no parameter v. It has none.",
                "{{view:/chat sort=sort}} → The view /chat needs the parameter room. Write {{view:/chat room=…}}.",
                "<a href=\"{{view:/chat}}\"> → The view /chat needs the parameter room. Write {{view:/chat room=…}}.",
                "<i data-on:click=\"@post('{{action:add}}')\"> → The action add needs the parameter id. Write {{action:add"
                        + " id=…}}.",
                "{{view:/chat room=some}} → The view /chat needs the parameter room, but some may be absent. Put the"
                        + " tag in a section for it, which is written only if it is present.",
                "{{view:/chat room=user.name}} → The view /chat needs the parameter room, but user.name may be"
                        + " absent. Put the tag in a section for it, which is written only if it is present.",
                "{{view:/any n=room}} → The parameter n is an int, but room is a String. Give it a value of that type.",
                "{{view:/any n=yes}} → The parameter n is an int, but yes is a boolean. Give it a value of that type.",
                "{{view:/any n='x'}} → The parameter n is an int, but 'x' is not. Give it a value of that type.",
                "<i data-on:click=\"@post('{{action:add id=1.5}}')\"> → The parameter id is a long, but '1.5' is not."
                        + " Give it a value of that type.",
                "{{view:/chat room=room room=n}} → The parameter room is given twice. Remove one.",
                "{{view:/chat room=rom}} → Nothing here is called rom. Did you mean room? Page has room, n, sort, some, none,"
                        + " two, gone, user, nobody, rooms, yes, c, html.",
                "{{view:/chatt room=room}} → There is no view /chatt. Did you mean /chat? The application has /any, /chat,"
                        + " /todos.",
                "{{view:/chat room}} → This is not a parameter: room. Write a name and a value's name or a text in"
                        + " quotes, as in {{view:/chat room=room sort='new'}}.",
                "{{view:/chat room='a'b}} → This is not a parameter: room='a'b. Write a name and a value's name or a"
                        + " text in quotes, as in {{view:/chat room=room sort='new'}}.",
                "{{view:/chat room=rooms}} → rooms is a List<String>, which cannot be written as text. Write each of its"
                        + " elements, as in {{#rooms}}{{.}}{{/rooms}}.",
                "{{view:/chat room=html}} → Html is only allowed between elements, but here only text is. Make html a"
                        + " String.",
                "<a href={{view:/chat room=room}}> → The value of href has no quotes, so a value in it could add"
                        + " attributes. Write href=\"{{…}}\".",
                "<script>fetch('{{view:/chat room=room}}')</script> → A value is not allowed in <script>, where no"
                        + " escaping is safe. Pass it to the page as a signal, as in data-signals:name=\"{{name}}\","
                        + " or use a data-* attribute.",
                "<i data-on:click=\"@post({{action:add id=n}})\"> → A reference in an expression must be in quotes,"
                        + " as in @post('{{action:…}}').",
                "<a data-attr=\"{href: '{{view:/any a=n}}'}\"> → A reference with parameters is not allowed in"
                        + " data-attr, where it would be set unchecked. Write it in the attribute itself.",
            })
    void refusesWhatItsHandlerDoesNotAccept(String template, String message) {
        assertEquals(List.of(message), PAGE.template(template).messages());
    }

    @Test
    void reportsTheTagThatIsWrong() {
        assertEquals(
                List.of("""
                        page.mustache:2:12: The view /chat has no parameter rom. Did you mean room? It has room, sort.
                            <a href="{{view:/chat rom=room}}">
                                     ^"""),
                PAGE.template("<p>\n  <a href=\"{{view:/chat rom=room}}\">\n").faults());
    }
}
