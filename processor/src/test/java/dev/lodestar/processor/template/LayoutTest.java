package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private static final String LAYOUT = """
            <header class="{{$look}}plain{{/look}}">{{$title}}Shop{{/title}}</header>
            <main>
              {{$content}}
              <p>Nothing here.</p>
              {{/content}}
            </main>
            """;

    private static TemplateFixture shop() {
        return TemplateFixture.page(
                        "String name, List<Item> items",
                        "\"A & B\", List.of(new Item(\"tea\"), new Item(\"milk\"))",
                        "record Item(String label) {}")
                .template("layout.mustache", LAYOUT)
                .template("item.mustache", "<li>\n  {{label}} of {{name}}\n</li>\n");
    }

    private static TemplateFixture page() {
        return shop().template("""
                {{<layout}}
                  {{$title}}{{name}}{{/title}}
                  {{$content}}
                    <ul>
                      {{#items}}
                      {{>item}}
                      {{/items}}
                    </ul>
                  {{/content}}
                {{/layout}}
                """);
    }

    @Test
    void fillsTheBlocksOfALayoutWithTheirIndentation() {
        assertEquals("""
                <header class="plain">A &amp; B</header>
                <main>
                  <ul>
                    <li>
                      tea of A &amp; B
                    </li>
                    <li>
                      milk of A &amp; B
                    </li>
                  </ul>
                </main>
                """, page().rendered());
    }

    @Test
    void writesTheLayoutAsAMethodOfTheRenderer() {
        assertEquals(
                """
                    static void render(Page page, HtmlOutput out) {
                        renderLayout(page, out);
                    }

                    private static void renderLayout(Page page, HtmlOutput out) {
                        out.raw(TEXT_1);
                        out.text(page.name());
                        out.raw(TEXT_2);
                        for (Item item : page.items()) {
                            renderItem(item, page, out);
                        }
                        out.raw(TEXT_3);
                    }
                """,
                page().code()
                        .replaceFirst("(?s).*?(?=    static void render)", "")
                        .replaceFirst("(?s)\n    private static void renderItem.*", ""));
    }

    @Test
    void extendsALayoutWithAnotherLayout() {
        TemplateFixture fixture = shop().template("{{<list}}{{$look}}wide{{/look}}{{/list}}")
                .template(
                        "list.mustache",
                        "{{<layout}}{{$title}}List{{/title}}{{$content}}<b>{{$count}}0{{/count}}</b>{{/content}}{{/layout}}");
        assertEquals(
                "<header class=\"wide\">List</header> <main> <b>0</b></main> ",
                fixture.rendered().replaceAll("\\s+", " "));
    }

    @Test
    void escapesAFillingForThePlaceOfItsBlock() {
        TemplateFixture fixture = shop().template("{{<link}}{{$x}}{{name}}{{/x}}{{/link}}")
                .template("link.mustache", "<a href=\"/?q={{$x}}{{/x}}\" data-text=\"{{$x}}{{/x}}\">{{$x}}{{/x}}</a>");
        assertEquals(
                "<a href=\"/?q=A%20%26%20B\" data-text=\"&#39;A \\u0026 B&#39;\">A &amp; B</a>", fixture.rendered());
    }

    @Test
    void keepsABlockInTheFillingOfABlockOfTheSameName() {
        TemplateFixture fixture = shop().template("{{<base}}{{$x}}[{{$x}}page{{/x}}]{{/x}}{{/base}}")
                .template("base.mustache", "({{$x}}base{{/x}})");
        assertEquals("([page])", fixture.rendered());
    }

    @Test
    void parsesAFillingWithItsOwnDelimiters() {
        TemplateFixture fixture = shop().template("{{=<% %>=}}<%<base%><%$x%><%name%>{{name}}<%/x%><%/base%>")
                .template("base.mustache", "({{$x}}{{/x}})");
        assertEquals("(A &amp; B{{name}})", fixture.rendered());
    }

    @Test
    void passesBlocksOnToPartialsAndThroughLists() {
        TemplateFixture fixture = shop().template("{{<base}}{{$x}}{{-index}}{{label}}{{/x}}{{/base}}")
                .template("base.mustache", "{{#items}}{{>part}}{{/items}}")
                .template("part.mustache", "({{$x}}{{/x}})");
        assertEquals("(1tea)(2milk)", fixture.rendered());
    }

    @Test
    void writesAPartialOnceIfItsBlocksAreFilledAlike() {
        TemplateFixture fixture = shop().template("{{<base}}{{$x}}{{>plain}}{{/x}}{{/base}}{{>plain}}")
                .template("base.mustache", "{{>plain}}{{$x}}{{/x}}")
                .template("plain.mustache", "<b>{{name}}</b>");
        assertEquals(1, fixture.code().split("private static void renderPlain").length - 1);
    }

    @Test
    void showsThePositionOfAFaultInAnIndentedBlock() {
        TemplateFixture fixture = shop().template(
                        "{{<layout}}\n      {{$content}}\n      <p>\n        {{nmae}}\n      </p>\n"
                                + "      {{/content}}\n{{/layout}}\n");
        assertEquals(List.of("""
                        page.mustache:4:9: Nothing here is called nmae. Did you mean name? Page has name, items. It fills the\
                         block of layout.mustache:3:3.
                                  {{nmae}}
                                  ^"""), fixture.faults());
    }

    @Test
    void refusesALayoutThatNeverEnds() {
        TemplateFixture fixture =
                shop().template("{{<base}}{{/base}}").template("base.mustache", "({{<base}}{{/base}})");
        List<String> messages = fixture.messages();
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).startsWith("The partial base.mustache contains itself"), messages.get(0));
    }

    @Test
    void countsTheLayoutAmongTheTemplatesRead() {
        Compilation.Compiled compiled = (Compilation.Compiled) page().compile();
        assertEquals(
                new TreeSet<>(List.of("item.mustache", "layout.mustache", "page.mustache")), compiled.templatesRead());
    }
}
