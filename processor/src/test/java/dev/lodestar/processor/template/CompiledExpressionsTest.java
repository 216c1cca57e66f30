package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.processor.expression.ExpressionModule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written instead of expressions that are functions of a module. */
class CompiledExpressionsTest {
    private static final String COMPONENTS =
            "String x, int n, long id, double d, double nan, float inf, boolean b, boolean f,"
                    + " char c, Color e, Optional<Integer> none, String gone, List<String> xs, Html h";
    private static final String ARGUMENTS = "\"a\\\"b'\\\\<&>\\n\\u00e9\", -5, 9007199254740993L, 5.0, Double.NaN,"
            + " Float.NEGATIVE_INFINITY, true, false, '\"', Color.RED, Optional.empty(), null, List.of(\"1\"), Html.EMPTY";
    private static final Pattern KEY = Pattern.compile("#[0-9a-f]{10}");
    private static final String X = "a\\&#34;b&#39;\\\\&lt;&amp;&gt;\\u000aé";

    private static TemplateFixture page() {
        return TemplateFixture.page(COMPONENTS, ARGUMENTS, "enum Color { RED }");
    }

    @Test
    void writesAKeyAndTheValuesAsJson() {
        String[] cases = {
            "<b data-on:click=\"@post('{{action:counter/inc}}')\"> → <b data-on:click=\"KEY\">",
            "<b data-text='{{x}} + {{n}}'> → <b data-text='KEY[&#34;X&#34;,-5]'>",
            "<b data-text=\"'{{x}} {{n}} {{d}}'\"> → <b data-text=\"KEY[&#34;X&#34;,&#34;-5&#34;,&#34;5.0&#34;]\">",
            "<b data-text=\"f({{id}}, '{{id}}')\"> → <b data-text=\"KEY![9007199254740993,&#34;9007199254740993&#34;]\">",
            "<b data-text=\"[{{d}}, {{nan}}, {{inf}}]\"> → <b data-text=\"KEY[5.0,null,-1e999]\">",
            "<b data-text=\"[{{b}}, {{c}}, {{e}}, {{none}}, {{gone}}]\"> → <b"
                    + " data-text=\"KEY[true,&#34;\\&#34;&#34;,&#34;RED&#34;,null,null]\">",
            "<b data-text=\"'{{none}}{{gone}}'\"> → <b data-text=\"KEY[&#34;&#34;,&#34;&#34;]\">",
            "<b data-attr=\"{hidden: {{b}}}\" data-attr:title=\"{{x}}\"> → <b data-attr=\"KEY[true]\""
                    + " data-attr:title=\"KEY[&#34;X&#34;]\">",
            "<b data-on:click=\"@get('{{view:/chat room=x sort='a b'}}')\"> → <b"
                    + " data-on:click=\"KEY[&#34;a%22b%27%5C%3C%26%3E%0A%C3%A9&#34;]\">",
            "<b data-on:click=\"@get('{{view:/any n=none}}')\"> → <b data-on:click=\"KEY\">",
            "<b data-show=\"{{#b}}$a{{/b}}{{^b}}$c{{/b}} && {{n}}\"> → <b data-show=\"KEY[-5]\">",
            "<b data-show=\"{{#f}}$a{{/f}}\" data-signals:a=\"\"> → <b data-show=\"\" data-signals:a=\"\">",
            "<b data-bind=\"a.b\" data-ref=\"{{e}}\" data-own=\"$x\" title=\"$x\" data-star-text=\"$x\"> → <b"
                    + " data-bind=\"a.b\" data-ref=\"RED\" data-own=\"$x\" title=\"$x\" data-star-text=\"$x\">",
            "<b data-text=\"$a &amp;&amp; &quot;&#xe9;&#128512;&quot; && $b&$c\"> → <b data-text=\"KEY\">",
            "<b {{#b}}data-text=\"$a\"{{/b}} data-init=\"f()\">{{x}} → <b data-text=\"KEY\""
                    + " data-init=\"KEY!\">a&#34;b&#39;\\&lt;&amp;&gt;",
        };
        ExpressionModule module = new ExpressionModule();
        String[] templates =
                Arrays.stream(cases).map(each -> each.split(" → ")[0]).toArray(String[]::new);
        List<String> lines = page().into(module)
                .template(String.join("\n", templates))
                .rendered()
                .lines()
                .toList();
        for (int i = 0; i < cases.length; i++) {
            String written = KEY.matcher(lines.get(i)).replaceAll("KEY");
            assertEquals(cases[i].replace("&#34;X&#34;", "&#34;" + X + "&#34;"), templates[i] + " → " + written);
        }
    }

    @Test
    void marksTheKeyOfAnExpressionThatMayChangeTheDocument() {
        String[] cases = {
            "data-on:click=\"@post('{{action:counter/inc}}')\" → KEY",
            "data-on:click=\"$a = {{x}}; $n += {{n}} / 2; @post('{{view:/chat room=x sort='a b'}}')\" → KEY",
            "data-on:click=\"$a = 'el.remove({{x}})'\" → KEY",
            "data-text=\"$a &lt; {{n}} ? {{x}} : {{none}}\" → KEY",
            "data-init=\"el.remove()\" → KEY!",
            "data-init=\"el.title = '{{x}}'\" → KEY!",
            "data-on:click=\"evt.target.innerHTML = {{x}}\" → KEY!",
            "data-on:click=\"el[{{x}}] = {{n}}\" → KEY!",
            "data-on:click=\"el[{{x}}]()\" → KEY!",
            "data-on:click=\"setTimeout({{x}})\" → KEY!",
            "data-on:click=\"x &lt; el.remove(&quot;{{n}}&quot;)\" → KEY!",
            "data-effect=\"{{#b}}el.title = {{/b}}$a\" → KEY!",
            "data-effect=\"{{#f}}el.title = {{/f}}$a\" → KEY",
        };
        String rendered = page().into(new ExpressionModule())
                .template(Arrays.stream(cases)
                        .map(each -> "<b " + each.split(" → ")[0] + "></b>")
                        .collect(Collectors.joining("\n")))
                .rendered();
        List<String> keys = Pattern.compile("(?<=\")(#[0-9a-f]{10}!?)(?:\\[[^\"]*)?(?=\")")
                .matcher(rendered)
                .results()
                .map(found -> KEY.matcher(found.group(1)).replaceAll("KEY"))
                .toList();
        assertEquals(Arrays.stream(cases).map(each -> each.split(" → ")[1]).toList(), keys, rendered);
    }

    @Test
    void makesAFunctionOfEachDistinctExpression() {
        ExpressionModule module = new ExpressionModule();
        String rendered = page().into(module)
                .template(
                        "<b data-on:click=\"$a = {{n}}; @post('/x?{{x}}')\" data-text='`${$a} {{x}} ${ {{n}} }` + /[$]\"/g'"
                                + " data-init=\"$a = {{id}}; @post('/x?{{gone}}')\" data-text=\"$a\" data-effect=\"$a\"></b>")
                .rendered();
        List<String> keys = KEY.matcher(rendered).results().map(r -> r.group()).toList();
        String click = """
                ([__0, __1], el, $, __action, evt) {
                $['a'] = __0; __action('post',evt,('/x?' + __1 + ''))
                }""";
        String text = """
                ([__0, __1], el, $, __action, evt) {
                return (`${$['a']} ${__0} ${__1}` +  RegExp("[$]\\"", "g")
                );
                }""";
        String value = "([], el, $, __action, evt) {\nreturn ($['a']\n);\n}";
        String statement = "([], el, $, __action, evt) {\n$['a']\n}";
        Map<String, String> functions = new TreeMap<>(
                Map.of(keys.get(0), click, keys.get(1), text, keys.get(3), value, keys.get(4), statement));
        assertEquals(keys.get(0), keys.get(2));
        StringBuilder expected = new StringBuilder("import { start as __start } from \"/client.js\";\n\n__start({\n");
        functions.forEach((key, function) -> expected.append('"')
                .append(key.substring(1))
                .append('"')
                .append(function)
                .append(",\n"));
        assertEquals(expected.append("});\n").toString(), module.source("/client.js"));
    }

    @Test
    void doesNotDependOnThePlaceOfAnExpression() {
        ExpressionModule module = new ExpressionModule();
        String one =
                page().into(module).template("<b data-text=\"$a + {{n}}\">").rendered();
        String other = page().into(new ExpressionModule())
                .template("<p data-show=\"$b\">\r\n<i data-text=' $a + {{x}};'>")
                .rendered();
        assertTrue(other.contains(one.substring(one.indexOf('#'), one.indexOf('['))), other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "<b data-text=\"1 +\"> → 1:17 → This is not valid JavaScript: it ends where a value is expected.",
                "<b data-on:click=\"$a = {{n}}; f(]\"> → 1:33 → it has ] where a value is expected",
                "<b data-text=\"f($a\"> → 1:17 → it ends where , or ) is expected",
                "<b data-text=\"'a\"> → 1:15 → this string is never closed",
                "<b data-text=\"a b\"> → 1:17 → it has b where its end or an operator is expected",
                "<b data-text=\"if (a) b; else c\"> → 1:24 → what follows the last ; is its value",
                "<b data-text=\"a; b: c\"> → 1:19 → it has : where its end or an operator is expected",
                "<b data-on:click=\"{{#b}}if (x) { {{/b}}\"> → 1:32 → it ends where } is expected",
                "<b data-on:click=\"const el = 1\"> → 1:25 → el is already declared",
                "<b data-text=\"&hellip;\"> → 1:15 → does not know what &hellip stands for",
                "<b data-text=\"$todo{{n}}\"> → 1:20 → Put a space or an operator before it, or brackets",
                "<b data-text=\"{a: [{{#xs}}{{.}},{{/xs}}]}\"> → 1:20 → A list cannot be part of an expression",
                "<b data-text=\"{ {{x}}: 1 }\"> → 1:16 → a value in a property's name needs brackets",
                "<b data-text=\"{ '{{x}}': 1 }\"> → 1:17 → a value in a property's name needs brackets",
                "<b data-text=\"{{n}} = 1\"> → 1:21 → nothing can be assigned to what precedes =",
                "<b data-text=\"{{>p}}\"> → 1:15 → Another template cannot be included in an expression",
                "<b data-text=$a> → 1:14 → The expression of data-text has no quotes. Write data-text=\"…\".",
                "<a data-attr=\"{href: {{x}}}\"> → 1:22 → Only a number or a boolean is allowed in data-attr",
                "<b data-text=\"{{h}}\"> → 1:15 → Html is only allowed between elements",
            })
    void refusesWhatWouldBreakTheModule(String template, String place, String why) {
        List<String> faults = page().into(new ExpressionModule())
                .template("p.mustache", "$a")
                .template(template)
                .faults();
        assertEquals(1, faults.size(), faults::toString);
        assertTrue(faults.get(0).startsWith("page.mustache:" + place + ": "), faults.get(0));
        assertTrue(faults.get(0).contains(why), faults.get(0));
    }

    @Test
    void refusesSectionsThatMakeTooManyExpressions() {
        List<String> messages = page().into(new ExpressionModule())
                .template("<b data-text=\"[" + "{{#b}}1,{{/b}}".repeat(7) + "]\"></b>")
                .messages();
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).contains("more than 64 variants"), messages.get(0));
    }
}
