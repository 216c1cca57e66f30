package dev.lodestar.processor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import dev.lodestar.browser.Canary;
import dev.lodestar.browser.HostileValues;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Follows hostile values all the way: they are posted, stored, rendered into every place of a live page, and patched
 * into it by an action, in a real browser under the policy of the page. None is executed, and each arrives unchanged.
 */
@InBrowser
class InjectionTest {
    private static final String WALL = """
            package app;
            import dev.lodestar.*;
            import java.util.*;
            import java.util.stream.*;
            @App(title = "Wall"OPTIONS) public final class Wall {
                private volatile List<String> values = List.of();
                @View("/") Page page(@Query("only") Optional<String> only, Session session, Request request) {
                    return new Page(values, session.get("value").orElse(""), request.header("X-Own").orElse(""));
                }
                @Action("put") void put(@Signal("values") List<String> values, Session session) {
                    this.values = values;
                    session.set("value", String.join("|", values));
                }
                @Action("patch") Reply patch() {
                    List<Patch> patches = new ArrayList<>();
                    patches.add(new Patch.Signals(Map.of("all", values), false));
                    patches.add(new Patch.Signals(Map.of("names", tree()), false));
                    patches.add(new Patch.Signals(tree(), false));
                    for (int i = 0; i < values.size(); i++) {
                        patches.add(((Reply.Patches) Reply.html(Templates.html(new Note(i + 1, values.get(i))))).patches().get(0));
                    }
                    return Reply.patch(patches.toArray(Patch[]::new));
                }
                private Map<String, Object> tree() {
                    return values.stream().distinct().filter(name -> !name.equals("all"))
                        .collect(Collectors.toMap(name -> name, name -> Map.of("polluted", "yes", "__proto__", Map.of("polluted", "yes"))));
                }
            }
            @Template("page.mustache") record Page(List<String> values, String session, String header) {}
            @Template("note.mustache") record Note(int n, String value) {}
            """;

    private static final String PAGE = """
            <main data-signals="{picked: '', all: []}">
            {{#values}}<section>
            <p id="n{{-index}}"></p><p class="text">{{.}}</p><textarea>{{.}}</textarea><input value="{{.}}">
            <i title="{{.}}" class="is {{.}}" data-own='{{.}}'></i><b style="color: {{.}}"></b>
            <a class="url" href="{{.}}"></a><a class="query" href="/?q={{.}}"></a><a class="link" href="{{view:/ only=.}}"></a>
            <u data-text="{{.}}"></u><u data-text="'{{.}}'"></u><u data-text="`{{.}}`"></u>
            <s data-signals="{own: {{.}} }" data-attr:title="{{.}}"></s>
            <button data-on:click="$picked = {{.}}"></button><em data-class:on="$picked === {{.}}"></em>
            </section>{{/values}}
            <p id="session">{{session}}</p><p id="header">{{header}}</p><img src="{{asset:it's "<b onclick=pwn()>.svg}}">
            <button id="patch" data-on:click="@post('{{action:patch}}')">patch</button>
            <output id="picked" data-text="$picked"></output><output id="all" data-text="JSON.stringify($all)"></output>
            </main>
            """;

    /** Finds what is wrong with the page, and counts the checks. */
    private static final String CHECK = """
            (values) => {
              const wrong = [];
              let checked = 0;
              const sections = [...document.querySelectorAll('section')];
              const shape = (section) => [...section.querySelectorAll('*')]
                .map(each => each.localName + [...each.attributes].map(a => a.name).sort().join()).join(' ');
              const harmless = (url) => !URL.canParse(url, location) || /^(https?|about):$/.test(new URL(url, location).protocol);
              sections.forEach((section, at) => {
                const value = values[at];
                const one = (selector) => section.querySelector(selector);
                const is = (what, got, expected) => {
                  checked++;
                  if (got !== expected) wrong.push(JSON.stringify([value, what, got, expected]).slice(0, 300));
                };
                is('patch', one('p').textContent, PATCHED ? value : '');
                is('text', one('.text').textContent, value);
                is('textarea', one('textarea').value, value.replace(/\\r\\n?/g, '\\n'));
                is('input', one('input').getAttribute('value'), value);
                for (const name of ['title', 'data-own']) is(name, one('i').getAttribute(name), value);
                is('class', one('i').getAttribute('class'), 'is ' + value);
                is('style', /^color: [\\w #%.,+-]*$/.test(one('b').getAttribute('style')), true);
                is('url', harmless(one('.url').href), true);
                is('query', new URL(one('.query').href).searchParams.get('q'), value);
                is('link', new URL(one('.link').href).searchParams.get('only'), value);
                section.querySelectorAll('u').forEach((each, i) => is('expression ' + i, each.textContent, value));
                is('data-attr', one('s').getAttribute('title'), value);
                one('button').click();
                is('click', document.querySelector('#picked').textContent, value);
                is('data-class', one('em').className, 'on');
                is('shape', shape(section), shape(sections[0]));
              });
              document.querySelectorAll('section *').forEach(each =>
                ['mouseover', 'focus', 'error', 'load', 'toggle', 'animationstart'].forEach(type => each.dispatchEvent(new Event(type))));
              if (document.querySelectorAll('em.on').length !== 1) wrong.push('data-class');
              return {checked, wrong, sections: sections.length};
            }
            """;

    private static final int CHECKS_OF_A_SECTION = 18;

    @TempDir
    Path classes;

    @Test
    void areDataBesideCompiledExpressions(Window window) throws Throwable {
        check(window, "");
    }

    @Test
    void areDataInExpressionsThatTheBrowserEvaluates(Window window) throws Throwable {
        check(window, ", unsafeEval = true");
    }

    private void check(Window window, String options) throws Throwable {
        write("templates/page.mustache", PAGE);
        write("templates/note.mustache", "<p id=\"n{{n}}\">{{value}}</p>");
        write(
                "assets/it's \"<b onclick=pwn()>.svg",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"7\" height=\"7\"/>");
        CompiledApplication wall = CompiledApplication.of(classes, "Wall", WALL.replace("OPTIONS", options));
        List<String> values = HostileValues.ALL;
        assertTrue(values.size() >= 150, () -> values.size() + " values");
        String header = values.stream()
                .map(value -> value.replaceAll("[^!-~]+", " "))
                .filter(value -> value.length() < 200)
                .collect(Collectors.joining("|"))
                .strip();
        try (Server server = wall.start()) {
            Page page = window.page();
            Canary canary = Canary.in(window, server.uri());
            page.setExtraHTTPHeaders(Map.of("X-Own", header));
            page.navigate(server.uri().toString());
            page.locator("#patch").waitFor();
            page.evaluate(
                    "([path, values]) => fetch(path, {method: 'POST', body: JSON.stringify({values}),"
                            + " headers: {'Content-Type': 'application/json'}})",
                    List.of(wall.action("PUT"), values));
            assertThat(page.locator("section")).hasCount(values.size());
            assertAsTyped(page, values, false);
            assertEquals(header, page.locator("#header").textContent());
            assertEquals(String.join("|", values), page.locator("#session").textContent());
            assertEquals(7, page.evaluate("document.querySelector('img').naturalWidth"));

            page.locator("#patch").click();
            page.waitForFunction("() => document.querySelector('#all').textContent.length > 1000");
            assertAsTyped(page, values, true);
            assertEquals(values, page.evaluate("JSON.parse(document.querySelector('#all').textContent)"));
            assertEquals("undefined", page.evaluate("typeof {}.polluted + ''"));
            canary.assertSilent(server.uri().toString());
        }
    }

    private static void assertAsTyped(Page page, List<String> values, boolean patched) {
        Map<?, ?> result = (Map<?, ?>) page.evaluate(CHECK.replace("PATCHED", "" + patched), values);
        assertEquals(List.of(), result.get("wrong"));
        assertEquals(values.size(), result.get("sections"));
        assertEquals(CHECKS_OF_A_SECTION * values.size(), result.get("checked"));
    }

    private void write(String name, String text) throws Exception {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
