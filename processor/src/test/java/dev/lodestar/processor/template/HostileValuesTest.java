package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.HostileValues;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.processor.code.JavaLiteral;
import dev.lodestar.processor.expression.ExpressionModule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every place with every hostile value, on one page in a real browser: none runs, and each arrives unchanged. */
@InBrowser
class HostileValuesTest {
    /** The places, once for each value; {@link #CHECKS} reads them. */
    private static final String TEMPLATE = """
            {{#values}}<section>
            <p class="text">{{.}}</p><pre>{{.}}</pre><table><tr><td>{{.}}</td></tr></table>
            <textarea>{{.}}</textarea><select><option value="{{.}}">x{{.}}</option></select>
            <template><p>{{.}}</p></template><noscript>{{.}}</noscript>
            <svg><title>{{.}}</title><text>{{.}}</text><a class="svg" href='{{.}}' xlink:href="{{.}}"></a></svg>
            <math><mtext>{{.}}</mtext></math>
            <p class="quoted" title="{{.}}" lang='{{.}}' data-own="{{.}}" aria-label="a {{.}} b"></p>
            <input value="{{.}}"><meta name="description" content="{{.}}">
            <a class="url" href="{{.}}"></a><a class="query" href="/?a={{.}}&b=1#{{.}}"></a>
            <a class="path" href="/x/{{.}}"></a><a class="link" href="{{view:/any q=. r='1'}}"></a>
            <img src="{{.}}"><img srcset="{{.}} 2x, /y?{{.}} 3x"><form action="{{.}}"><button formaction='{{.}}'></button></form>
            <i data-text="{{.}}"></i><i data-text='{{.}}'></i><i data-text="'{{.}}'"></i><i data-text='"{{.}}"'></i>
            <i data-text="`{{.}}`"></i><i data-text="`${ {{.}} }`"></i><i data-text="[{{.}}, {{n}}][0]"></i>
            <i data-text="({'a': {{.}} }).a;"></i><i data-text="&quot;{{.}}&quot;"></i><i data-text="/['&quot;]/.test('a') ? 1 : {{.}}"></i>
            <i data-text="/* don't */ {{.}} // it's"></i><b data-attr:title="{{.}}" data-signals="{seen: {{.}}}"></b>
            <u data-star-text="{{.}}"></u><u data-star-text='f({{.}})'></u><u data-star-text="'{{.}}'"></u>
            <u data-star-text="`{{.}}`"></u><u data-star-text='["{{.}}", {{n}}][0]'></u>
            <s data-star-on:click="@get('{{view:/any q=. r=n}}')"></s>
            </section>{{/values}}
            """;

    /** What is wrong in a section: places where the value did not arrive. */
    private static final String CHECKS = """
            (values) => {
              const REFUSED = 'about:invalid#lodestar';
              const sections = [...document.querySelectorAll('section')];
              const wrong = [];
              let checked = 0;
              const shape = (section) => [...section.querySelectorAll('*')]
                .map(each => each.localName + [...each.attributes].map(a => a.name).sort().join())
                .join(' ');
              // As a client would that does not know what a string is, which is the worst that one could do.
              const run = (text) => {
                const code = text.replace(/\\$([\\w.-]+)/g, "$['$1']").replace(/@(\\w+)\\(/g, "act('$1',");
                if (code.includes(';')) throw new Error('would be split: ' + code);
                return Function('$', 'act', 'f', 'return (' + code + '\\n)')({}, (name, url) => name + ' ' + url, x => x);
              };
              const param = (url, name) => new URL(url, location).searchParams.get(name);
              sections.forEach((section, at) => {
                const value = values[at];
                const all = (selector) => [...section.querySelectorAll(selector)];
                const one = (selector) => section.querySelector(selector);
                const is = (what, got, expected) => {
                  checked++;
                  if (got !== expected) wrong.push(JSON.stringify([value, what, got, expected]).slice(0, 400));
                };
                const address = (what, got) => is(what, got === REFUSED ? value : got, value);
                const harmless = (url) => !URL.canParse(url, location)
                  || ['http:', 'https:', 'about:'].includes(new URL(url, location).protocol);
                for (const each of ['.text', 'pre', 'textarea', 'td', 'svg title', 'svg text', 'mtext']) is(each, one(each).textContent, value);
                is('textarea.value', one('textarea').value, value.replace(/\\r\\n?/g, '\\n'));
                is('option', one('option').textContent, 'x' + value);
                is('option.value', one('option').value, value);
                is('template', one('template').content.textContent, value);
                is('noscript', one('noscript').children.length, 0);
                for (const name of ['title', 'lang', 'data-own']) is(name, one('.quoted').getAttribute(name), value);
                is('aria-label', one('.quoted').getAttribute('aria-label'), 'a ' + value + ' b');
                is('input', one('input').getAttribute('value'), value);
                is('meta', one('meta').getAttribute('content'), value);
                address('href', one('.url').getAttribute('href'));
                address('svg href', one('.svg').getAttribute('href'));
                address('svg xlink:href', one('.svg').getAttribute('xlink:href'));
                address('src', one('img[src]').getAttribute('src'));
                address('action', one('form').getAttribute('action'));
                address('formaction', one('form button').getAttribute('formaction'));
                for (const url of [one('.url').href, one('form').action, one('form button').formAction, one('img[src]').src])
                  is('scheme of ' + url, harmless(url), true);
                is('svg scheme', harmless(one('.svg').href.baseVal), true);
                is('query', param(one('.query').href, 'a'), value);
                is('query goes on', param(one('.query').href, 'b'), '1');
                is('path', one('.path').getAttribute('href'), '/x/' + value);
                is('path stays', new URL(one('.path').href).origin, location.origin);
                is('link', param(one('.link').href, 'q'), value);
                is('link goes on', param(one('.link').href, 'r'), '1');
                const set = one('img[srcset]').getAttribute('srcset');
                is('srcset', /^[^ \\t\\n\\f\\r,]* 2x, \\/y\\?[^ \\t\\n\\f\\r,]* 3x$/.test(set), true);
                is('srcset scheme', harmless(set.split(' ')[0]), true);
                all('i').forEach((each, i) => is('expression ' + i, each.textContent, value));
                is('data-attr', one('b').getAttribute('title'), value);
                all('u').forEach((each, i) => is('naive ' + i, run(each.getAttribute('data-star-text')), value));
                is('action', param(run(one('s').getAttribute('data-star-on:click')).slice('get '.length), 'q'), value);
                is('shape', shape(section), shape(sections[0]));
                for (const each of all('*'))
                  for (const type of ['mouseover', 'focus', 'error', 'load', 'animationstart', 'toggle'])
                    each.dispatchEvent(new Event(type));
              });
              return {checked, wrong, sections: sections.length};
            }
            """;

    private static final int CHECKS_OF_A_SECTION = 56;

    private static final String SITE = "http://page.test/";
    private static final String NO_EVAL = "script-src http://page.test 'nonce-test'";

    @Test
    void areDataInEveryPlace(Window window) {
        check(window, page(TEMPLATE).rendered(), "client.js", Map.of("client.js", BrowserClient.source()), "");
    }

    /** The same with expressions that are functions of a module, under a policy that forbids everything else. */
    @Test
    void areDataBesideCompiledExpressions(Window window) {
        ExpressionModule module = new ExpressionModule();
        String html = page(TEMPLATE).into(module).rendered();
        Map<String, String> scripts =
                Map.of("client.js", BrowserClient.compiledSource(), "expressions.js", module.source("/client.js"));
        check(window, html, "expressions.js", scripts, NO_EVAL);
    }

    private static TemplateFixture page(String template) {
        return TemplateFixture.page("List<String> values, int n", "List.of(" + literals(HostileValues.ALL) + "), -5")
                .template(template);
    }

    private static void check(Window window, String html, String script, Map<String, String> scripts, String policy) {
        List<String> values = HostileValues.ALL;
        Page page = window.page();
        page.onDialog(dialog -> {
            throw new AssertionError(dialog.message());
        });
        page.route(url -> true, route -> {
            String url = route.request().url();
            String path = url.startsWith(SITE) ? url.substring(SITE.length()) : url;
            boolean isPage = path.isEmpty();
            boolean isScript = scripts.containsKey(path);
            route.fulfill(new FulfillOptions()
                    .setStatus(isPage || isScript ? 200 : 204)
                    .setHeaders(isPage && !policy.isEmpty() ? Map.of("Content-Security-Policy", policy) : Map.of())
                    .setContentType((isScript ? "text/javascript" : "text/html") + "; charset=utf-8")
                    .setBody(isPage ? document(html, script) : scripts.getOrDefault(path, "")));
        });
        page.navigate(SITE);
        page.waitForFunction("() => [...document.querySelectorAll('i')].at(-1).textContent.length > 0");

        Map<?, ?> result = (Map<?, ?>) page.evaluate(CHECKS, values);

        assertEquals(List.of(), result.get("wrong"));
        assertEquals(values.size(), result.get("sections"));
        assertTrue(values.size() >= 150, () -> values.size() + " values");
        assertEquals(CHECKS_OF_A_SECTION * values.size(), result.get("checked"));
        assertEquals(0, page.evaluate("pwned"));
    }

    private static String document(String body, String script) {
        return "<!doctype html><html><head><script nonce=test>pwned = 0; pwn = () => { pwned++ }</script></head><body>"
                + body + "<script type=module src=/" + script + "></script></body></html>";
    }

    private static String literals(List<String> values) {
        return values.stream().map(value -> JavaLiteral.of(value).toString()).collect(Collectors.joining(", "));
    }
}
