package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.processor.expression.ExpressionModule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Expressions with values mean the same to a client that evaluates them and to one that has them as functions. */
@InBrowser
class BothFormsTest {
    private static final List<String> VALUES = List.of(
            "$a + {{n}}",
            "'{{n}} {{d}} {{id}} {{b}} {{x}} {{c}} {{e}} {{none}}|{{gone}}|'",
            "typeof {{n}} + typeof {{b}} + typeof {{x}} + typeof {{none}} + typeof {{gone}}",
            "[{{n}}, {{d}}, {{b}}, {{x}}, {{c}}, {{none}}, {{some}}].join('|')",
            "JSON.stringify({a: {{x}}, ['b{{n}}']: '{{x}}', c: [{{some}}] })",
            "`${$a} {{x}} ${ {{n}} } $ \\`` + `{{x}}`",
            "{{x}}.length + {{x}}[0]",
            "$b.c[{{n}} + 6] + $['a']",
            "@peek(() => $a + {{n}})",
            "{{n}} < 0 ? {{x}} : 'no'",
            "/[/\"']/.test({{x}}) + ' ' + {{x}}.replace(/\\$(\\w)/g, '<$1>')",
            "{{#b}}('yes' + {{n}}){{/b}}{{^b}}('no'){{/b}}",
            "{{#f}}('yes'){{/f}}{{^f}}('no' + {{x}}){{/f}}",
            "'a{{#b}} {{x}}{{/b}}'",
            "const y = {{x}}; let z = y + {{n}}; z + $a",
            "const f = (p = {{n}}) => { return p + {{d}} }; f() + ';' + f(1)",
            "['{{view:/chat room=x sort='a b'}}', '{{view:/any n=none}}', '{{action:add id=n}}'].join()",
            "$made = {{n}}; $made * 2",
            "el.id + {{n}}",
            "this === el",
            "el.title = {{x}}; el.title + {{n}}",
            "(() => { const [q, ...r] = [{{n}}, {{x}}, 3]; return r.length + q })()",
            "&quot;it&#39;s {{x}} &amp;&amp;&quot; + 'é&#233;😀&#128512;'",
            "$a\n  + {{n}}  ;  ");

    private static TemplateFixture page() {
        StringBuilder body = new StringBuilder("<i data-signals=\"{a: 1, b: {c: ['x', 'y']}, n: {{n}} }\"></i>\n");
        for (int i = 0; i < VALUES.size(); i++) {
            body.append("<p id=p")
                    .append(i)
                    .append(" data-text=\"")
                    .append(VALUES.get(i).replace("\"", "&quot;"))
                    .append("\"></p>\n");
        }
        return TemplateFixture.page(
                        "String x, int n, long id, double d, boolean b, boolean f, char c, Color e, Optional<Integer> none,"
                                + " Optional<Integer> some, String gone, List<String> xs",
                        "\"it's <b>\\\"\\\\ $a @peek( \\n${x}` 😀\", -5, 9007199254740993L, 0.5, true, false, '\\\\', Color.RED,"
                                + " Optional.empty(), Optional.of(7), null, List.of()",
                        "enum Color { RED }")
                .template(body.toString());
    }

    private static List<String> shown(Window window, String html, Map<String, String> scripts, String script) {
        Page page = window.page();
        page.route("**/*", route -> {
            String path = route.request().url().substring("http://page.test/".length());
            route.fulfill(new FulfillOptions()
                    .setContentType((path.isEmpty() ? "text/html" : "text/javascript") + "; charset=utf-8")
                    .setBody(
                            path.isEmpty()
                                    ? "<!doctype html><html><head><script type=module src=" + script
                                            + "></script></head><body>" + html + "</body></html>"
                                    : scripts.getOrDefault(path, "")));
        });
        page.navigate("http://page.test/");
        page.waitForFunction("() => [...document.querySelectorAll('p')].at(-1).textContent.length > 0");
        return page.locator("p").allTextContents();
    }

    @Test
    void showTheSame(Window evaluating, Window compiled) {
        ExpressionModule module = new ExpressionModule();
        List<String> expected = shown(evaluating, page().rendered(), Map.of("c.js", BrowserClient.source()), "/c.js");
        List<String> shown = shown(
                compiled,
                page().into(module).rendered(),
                Map.of("c.js", BrowserClient.compiledSource(), "e.js", module.source("/c.js")),
                "/e.js");

        assertEquals(VALUES.size(), shown.size());
        for (int i = 0; i < VALUES.size(); i++) {
            assertFalse(expected.get(i).isEmpty(), VALUES.get(i));
            assertEquals(expected.get(i), shown.get(i), VALUES.get(i));
        }
    }
}
