package dev.lodestar.processor.template.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.AddScriptTagOptions;
import dev.lodestar.assets.BrowserClient;
import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.runtime.sse.FrameEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Random changes in a browser: pieces leave the page as the frame would, down to which nodes stay and what was typed
 * into them. {@code -Dclient=…} names another client's file to do the same with.
 */
@InBrowser
class PiecesBrowserTest {
    private static final int CHANGES = Integer.getInteger("lodestar.browser.changes", 250);

    /** Shows a page, types into it, patches it, and tells what it is then. */
    private static final String RUN = """
            async (changes) => {
              const frame = document.getElementById('lodestar');
              const settled = () => new Promise((done) => { const { port1, port2 } = new MessageChannel();
                port1.onmessage = done; port2.postMessage(0); });
              const patch = async (events) => {
                for (const argsRaw of events) document.dispatchEvent(new CustomEvent('datastar-fetch',
                  { detail: { type: 'datastar-patch-elements', el: document.body, argsRaw } }));
                await settled();
              };
              const after = async ({ shown, events }) => {
                frame.replaceChildren();
                await settled();
                await patch(shown);
                const old = new Map([...frame.querySelectorAll('*')].map((el, i) => [el, i]));
                for (const el of frame.querySelectorAll('input, textarea')) el.value = 'typed ' + old.get(el);
                frame.querySelectorAll('details').forEach((el) => { el.open = true; });
                await patch(events);
                return frame.innerHTML + '\\n' + [...frame.querySelectorAll('*')].map((el) => old.get(el) + ':' + el.value);
              };
              const wrong = [];
              for (const { shown, whole, pieces, seed } of changes) {
                const expected = await after({ shown, events: whole });
                const actual = await after({ shown, events: pieces });
                if (actual !== expected) wrong.push(seed + '\\n' + actual + '\\nand not\\n' + expected);
              }
              return wrong;
            }
            """;

    @Test
    void piecesLeaveThePageAsTheFrameWould(Window window) throws IOException {
        List<Map<String, Object>> changes = new ArrayList<>();
        for (int seed = 0; changes.size() < CHANGES; seed++) {
            Change change = seed % 2 == 0 ? RandomChange.wellFormed(seed) : RandomChange.hostile(seed);
            String events = change.events();
            if (events != null) {
                changes.add(Map.of(
                        "seed",
                        seed,
                        "shown",
                        whole(change.before()),
                        "whole",
                        whole(change.after()),
                        "pieces",
                        arguments(events)));
            }
        }
        Page page = window.page();
        page.setContent("<!doctype html><body><div id=lodestar data-signals=\"{x: true, y: 'y', n: 1}\"></div>");
        page.addScriptTag(new AddScriptTagOptions().setContent(client()).setType("module"));
        @SuppressWarnings("unchecked")
        List<String> wrong = (List<String>) page.evaluate(RUN, changes);
        assertEquals(
                "", String.join("\n\n", wrong.subList(0, Math.min(2, wrong.size()))), () -> wrong.size() + " wrong");
        assertTrue(window.console().stream().noneMatch(each -> each.startsWith("warning")), window.console()::toString);
    }

    private static String client() throws IOException {
        String file = System.getProperty("client");
        return file == null ? BrowserClient.source() : Files.readString(Path.of(file));
    }

    private static List<Map<String, String>> whole(String html) {
        byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
        return arguments(new String(FrameEvent.of(bytes, bytes.length), StandardCharsets.UTF_8));
    }

    private static List<Map<String, String>> arguments(String events) {
        return Arrays.stream(events.split("\n\n")).map(Change::arguments).toList();
    }
}
