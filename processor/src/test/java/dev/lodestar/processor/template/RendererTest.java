package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RendererTest {
    private static final String TODOS = """
            <ul id="todos">
              {{#todos}}
              {{>todo/row}}
              {{/todos}}
            </ul>
            {{#user}}
            <a href="{{mail}}">{{name}}</a>
            {{/user}}
            {{^user}}
            Nobody
            {{/user}}
            """;

    private static final String ROW = """
            <li id="todo-{{id}}"{{#done}} class="done"{{/done}} data-on:click="@post('{{action:counter/inc}}', {{text}})">
              {{text}} of {{title}}
            </li>
            """;

    private static TemplateFixture todos() {
        return TemplateFixture.page(
                        "String title, List<Todo> todos, Optional<User> user",
                        "\"A & B\", List.of(new Todo(1, \"x < y\", true), new Todo(2, \"\u00df\", false)), Optional.empty()",
                        "record Todo(int id, String text, boolean done) {}",
                        "record User(String name, String mail) {}")
                .template(TODOS)
                .template("todo/row.mustache", ROW);
    }

    @Test
    void writesBytesOfTheTemplate() {
        assertEquals("""
                <ul id="todos">
                  <li id="todo-1" class="done" data-on:click="@post('/a/1f', &#39;x \\u003c y&#39;)">
                    x &lt; y of A &amp; B
                  </li>
                  <li id="todo-2" data-on:click="@post('/a/1f', &#39;ß&#39;)">
                    ß of A &amp; B
                  </li>
                </ul>
                Nobody
                """, todos().rendered());
    }

    @Test
    void readsLikeHandWrittenCode() {
        assertEquals("""
                    static void render(Page page, HtmlOutput out) {
                        out.begin(START_1);
                        out.raw(TEXT_1);
                        for (Todo todo : page.todos()) {
                            renderTodoRow(todo, page, out);
                        }
                        out.raw(TEXT_2);
                        out.end();
                        out.raw(TEXT_1);
                        User user = page.user().orElse(null);
                        if (user != null) {
                            out.raw(TEXT_3);
                            out.url(user.mail());
                            out.raw(TEXT_4);
                            out.text(user.name());
                            out.raw(TEXT_5);
                        } else {
                            out.raw(TEXT_6);
                        }
                    }

                    private static void renderTodoRow(Todo todo, Page page, HtmlOutput out) {
                        out.raw(TEXT_7);
                        out.begin(START_2);
                        out.text(todo.id());
                        out.raw(TEXT_8);
                        if (todo.done()) {
                            out.raw(TEXT_9);
                        }
                        out.raw(TEXT_10);
                        out.literal(todo.text());
                        out.raw(TEXT_11);
                        out.text(todo.text());
                        out.raw(TEXT_12);
                        out.text(page.title());
                        out.raw(TEXT_13);
                        out.end();
                        out.raw(TEXT_1);
                    }
                }
                """, todos().code().replaceFirst("(?s).*?(?=    static void render)", ""));
    }

    @Test
    void reportsWhatTheTemplateNeeds() {
        Compilation.Compiled compiled = (Compilation.Compiled) todos().compile();
        assertEquals(new TreeSet<>(List.of("page.mustache", "todo/row.mustache")), compiled.templatesRead());
        assertEquals("[action:counter/inc]", compiled.referencesUsed().toString());
    }

    @Test
    void rendersAsMustacheSpecifies() {
        ALL.template("part.mustache", "[{{name}}]")
                .assertRenders(
                        "{{s}} {{i}} {{l}} {{d}} {{c}} {{b}} → a&lt;b -1 9000000000 0.5 &amp; true",
                        "{{z}} {{sh}} {{by}} {{f}} → 7 -3 4 1.5",
                        "{{boxed}}|{{none}}|{{color}}|{{noColor}} → 5||RED|",
                        "{{name}}|{{noName}}|{{age}}|{{noAge}} → Ann||5|",
                        "{{html}}{{{html}}}{{&html}} → <b>&amp;</b><b>&amp;</b><b>&amp;</b>",
                        "{{#b}}yes{{/b}}{{^b}}no{{/b}} → yes",
                        "{{#noB}}yes{{/noB}}{{^noB}}no{{/noB}} → no",
                        "{{#bigB}}yes{{/bigB}}{{^bigB}}no{{/bigB}} → no",
                        "{{#s}}[{{.}}]{{s}}{{/s}}{{^s}}no{{/s}} → [a&lt;b]a&lt;b",
                        "{{#empty}}yes{{/empty}}{{^empty}}no{{/empty}} → no",
                        "{{^s}}no{{/s}}{{#s}}yes{{/s}} → yes",
                        "{{#html}}{{.}}{{/html}}{{^noHtml}}no{{/noHtml}} → <b>&amp;</b>no",
                        "{{#boxed}}{{.}}{{/boxed}}{{^boxed}}no{{/boxed}}{{#none}}yes{{/none}}{{^none}}no{{/none}} → 5no",
                        "{{#name}}{{.}}{{/name}}{{#noName}}yes{{/noName}}{{^noName}}no{{/noName}} → Annno",
                        "{{#list}}{{.}},{{/list}}{{^list}}none{{/list}} → a,b,",
                        "{{#noList}}{{.}}{{/noList}}{{^noList}}none{{/noList}} → none",
                        "{{#ints}}{{.}};{{/ints}}{{^ints}}none{{/ints}} → 1;2;",
                        "{{#set}}{{.}}{{/set}}{{^set}}none{{/set}} → x",
                        "{{#lists}}{{#.}}{{.}}{{/.}};{{/lists}} → ab;c;",
                        "{{#optionals}}({{.}}){{/optionals}} → (a)()",
                        "{{#nulls}}({{.}}{{#.}}!{{/.}}){{/nulls}} → (1!)()",
                        "{{user.name}} {{user.home.city}} {{user.home.zip}} → Bob Rome 123",
                        "{{#user}}{{name}} {{home.city}} {{s}}{{/user}} → Bob Rome a&lt;b",
                        "{{#user.home}}{{city}} {{name}}{{/user.home}} → Rome Ann",
                        "{{#user}}{{#home}}{{city}} {{name}}{{/home}}{{/user}} → Rome Bob",
                        "{{gone.name}}|{{gone.home.zip}}|{{#gone.home}}x{{/gone.home}}{{^gone.home}}no{{/gone.home}} → ||no",
                        "{{^gone}}no{{/gone}}{{^gone.home.known}}no{{/gone.home.known}}{{^gone.pets}}no{{/gone.pets}} → nonono",
                        "{{#user.home.known}}yes{{/user.home.known}}{{#user.pets}}{{.}}{{/user.pets}} → yesRex",
                        "{{=<% %>=}}<%i%>{{i}} → -1{{i}}",
                        "{{>part}}{{#user}}{{>part}}{{/user}} → [Ann][Bob]",
                        "{{! gone }}{{view:/todos}} {{asset:app.css}} → /todos /assets/3f/app.css",
                        "<p title=\"$x \\{{s}}\">\\u0041$L$S é😀</p> → <p title=\"$x \\a&lt;b\">\\u0041$L$S é😀</p>");
    }

    private static final TemplateFixture ALL = TemplateFixture.page(
            "String s, String empty, int i, long l, double d, char c, boolean b, boolean noB, Boolean bigB, int z, short sh,"
                    + " byte by, float f, Integer boxed, Integer none, Color color, Color noColor, Optional<String> name,"
                    + " Optional<String> noName, Optional<Integer> age, Optional<Integer> noAge, Html html, Html noHtml,"
                    + " List<String> list, List<String> noList, int[] ints, Set<String> set, List<List<String>> lists,"
                    + " List<Optional<String>> optionals, List<Integer> nulls, User user, Optional<User> gone",
            "\"a<b\", \"\", -1, 9_000_000_000L, 0.5, '&', true, false, null, 7, (short) -3, (byte) 4, 1.5f, 5, null,"
                    + " Color.RED, null, Optional.of(\"Ann\"), Optional.empty(), Optional.of(5), Optional.empty(),"
                    + " Html.raw(\"<b>&amp;</b>\"), Html.EMPTY, List.of(\"a\", \"b\"), List.of(), new int[] {1, 2},"
                    + " Set.of(\"x\"), List.of(List.of(\"a\", \"b\"), List.of(\"c\")),"
                    + " List.of(Optional.of(\"a\"), Optional.empty()), Arrays.asList(1, null),"
                    + " new User(\"Bob\", new Home(\"Rome\", 123, true), List.of(\"Rex\")), Optional.empty()",
            "enum Color { RED }",
            "record Home(String city, int zip, boolean known) {}",
            "record User(String name, Home home, List<String> pets) {}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "  {{c}}  {{> p}}\\n→>\\n>→  <\\n-  >\\n>\\n",
                "|\\r\\n{{>p}}\\r\\n|→>→|\\r\\n>|",
                "  {{>p}}\\n>→>\\n>→  >\\n  >>",
                ">\\n  {{>p}}→>\\n>→>\\n  >\\n  >",
                "a\\n {{>p}}\\nb\\n→|\\n{{{c}}}\\n\\n|\\n→a\\n |\\n <\\n-\\n\\n |\\nb\\n",
            })
    void indentsAPartialAsMustacheSpecifies(String template, String partial, String expected) {
        TemplateFixture fixture = TemplateFixture.page("Html c", "Html.raw(\"<\\n-\")")
                .template(template.translateEscapes())
                .template("p.mustache", partial.translateEscapes());
        assertEquals(expected.translateEscapes(), fixture.rendered());
    }

    @Test
    void rendersATreeThroughAPartialThatContainsItself() {
        TemplateFixture tree = TemplateFixture.page(
                        "Node root",
                        "new Node(\"a\", List.of(new Node(\"b\", List.of()), new Node(\"c\", List.of(new Node(\"d\","
                                + " List.of())))))",
                        "record Node(String name, List<Node> children) {}")
                .template("<ul>\n{{#root}}\n  {{>node}}\n{{/root}}\n</ul>\n")
                .template("node.mustache", "<li>{{name}}\n  {{#children}}\n  {{>node}}\n  {{/children}}\n</li>\n");
        assertEquals(
                "<ul> <li>a <li>b </li> <li>c <li>d </li> </li> </li> </ul> ",
                tree.rendered().replaceAll("\\s+", " "));
    }

    @Test
    void givesLocalsDistinctNamesThatAreNotKeywords() {
        TemplateFixture fixture = TemplateFixture.page(
                        "String out, Optional<String> page, Package aPackage, List<Package> packages",
                        "\"o\", Optional.of(\"p\"), new Package(List.of(new Package(List.of()))),"
                                + " List.of(new Package(List.of(new Package(List.of()))))",
                        "record Package(List<Package> packages) {}")
                .template("{{#out}}{{out}}{{/out}}{{#page}}{{.}}{{/page}}"
                        + "{{#packages}}({{#packages}}[{{#packages}}{{/packages}}]{{/packages}}){{/packages}}"
                        + "{{#aPackage}}{{#packages}}!{{/packages}}{{/aPackage}}");
        assertEquals("op([])!", fixture.rendered());
    }

    @Test
    void splitsLargeMethodsAndConstants() {
        String row = "{{#todos}}<p>{{title}} {{text}} {{#done}}x{{/done}}</p>{{/todos}}\n";
        String text = "<p>é😀</p>".repeat(20_000);
        TemplateFixture fixture =
                todos().template(row.repeat(1_000) + text + "{{#todos}}" + row.repeat(400) + "{{/todos}}");
        String each = "<p>A &amp; B x &lt; y x</p><p>A &amp; B ß </p>\n";
        assertEquals(each.repeat(1_000) + text + each.repeat(800), fixture.rendered());
        String[] methods = fixture.code().split("static void");
        assertTrue(
                Arrays.stream(methods).skip(1).allMatch(method -> method.lines().count() < 500));
    }

    @Test
    void isDeterministic() {
        assertEquals(todos().code(), todos().code());
    }
}
