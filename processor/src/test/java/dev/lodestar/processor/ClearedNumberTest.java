package dev.lodestar.processor;

import dev.lodestar.browser.engine.InEveryEngine;
import dev.lodestar.browser.engine.Tab;
import dev.lodestar.runtime.Server;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An input without a number, date or choice is a missing signal, not zero. */
@InEveryEngine
class ClearedNumberTest {
    private static final String FORM = """
            package app;
            import dev.lodestar.*;
            import java.time.*;
            import java.util.*;
            @App public final class Form {
                @View("/") Page page() { return new Page(); }
                @Action("send") Reply send(
                        @Signal("amount") Optional<Integer> amount, @Signal("rate") Optional<Double> rate, @Signal("loud") Optional<Integer> loud, @Signal("day") Optional<LocalDate> day,
                        @Signal("at") Optional<LocalTime> at, @Signal("size") Optional<Integer> size) {
                    return Reply.html(Templates.html(new Got(List.of(amount, rate, loud, day, at, size).toString())));
                }
                record Needed(int amount) {}
                @Action("need") Reply need(Needed needed) {
                    return Reply.html(Templates.html(new Got("needed " + needed.amount())));
                }
            }
            @Template("page.mustache") record Page() {}
            @Template("got.mustache") record Got(String text) {}
            """;

    private static final String PAGE = """
            <main data-signals="{amount: 5, rate: 1.5, day: '2026-11-30', at: '12:30', size: 2, errors: {}}">
              <input id="amount" type="number" data-bind:amount>
              <input id="rate" type="text" inputmode="decimal" data-bind:rate>
              <input id="loud" type="range" min="0" max="10" value="0" data-bind:loud>
              <input id="day" type="date" data-bind:day>
              <input id="at" type="time" data-bind:at>
              <select id="size" data-bind:size><option value="">any<option>1<option>2</select>
              <button id="send" data-on:click="@post('{{action:send}}')">send</button>
              <button id="need" data-on:click="@post('{{action:need}}')">need</button>
              <p id="signals" data-text="JSON.stringify([$amount, $rate, $loud, $day, $at, $size])"></p>
              <p id="error" data-text="$errors.amount"></p>
              <p id="got"></p>
            </main>
            """;

    @TempDir
    static Path folder;

    private static Server server;

    @BeforeAll
    static void start() throws Throwable {
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("templates/page.mustache"), PAGE);
        Files.writeString(folder.resolve("templates/got.mustache"), "<p id=\"got\">{{text}}</p>");
        server = CompiledApplication.of(folder, "Form", FORM).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void open(Tab tab) {
        tab.open(server.uri().toString());
        tab.awaitText("#signals", "[5,1.5,0,\"2026-11-30\",\"12:30\",2]");
    }

    private static void send(Tab tab, String got) {
        tab.click("#send");
        tab.awaitText("#got", got);
    }

    @Test
    void whatIsThereIsDelivered(Tab tab) {
        open(tab);
        send(tab, "[Optional[5], Optional[1.5], Optional[0], Optional[2026-11-30], Optional[12:30], Optional[2]]");
    }

    @Test
    void whatIsClearedIsAbsent(Tab tab) {
        open(tab);
        tab.fill("#amount", "");
        tab.fill("#rate", "");
        tab.select("#size", "any");
        tab.evaluate("""
                () => ['day', 'at'].forEach((id) => {
                    const field = document.getElementById(id);
                    field.value = '';
                    field.dispatchEvent(new Event('input', {bubbles: true}));
                })""");
        tab.awaitText("#signals", "[\"\",\"\",0,\"\",\"\",\"\"]");
        send(tab, "[Optional.empty, Optional.empty, Optional[0], Optional.empty, Optional.empty, Optional.empty]");
    }

    @Test
    void whatIsTypedAgainIsANumberAgain(Tab tab) {
        open(tab);
        tab.fill("#amount", "");
        tab.fill("#rate", "");
        tab.select("#size", "any");
        tab.type("#amount", "70");
        tab.type("#rate", "0.5");
        tab.select("#size", "1");
        tab.awaitText("#signals", "[70,0.5,0,\"2026-11-30\",\"12:30\",1]");
        send(tab, "[Optional[70], Optional[0.5], Optional[0], Optional[2026-11-30], Optional[12:30], Optional[1]]");
    }

    @Test
    void halfTypedNumberIsAbsentAndStaysAsTyped(Tab tab) {
        open(tab);
        tab.fill("#amount", "-");
        tab.fill("#rate", "-");
        tab.awaitValueOf("#rate", "-");
        tab.awaitText("#signals", "[\"\",\"\",0,\"2026-11-30\",\"12:30\",2]");
        tab.type("#amount", "3");
        tab.type("#rate", "4");
        tab.awaitValueOf("#amount", "-3");
        tab.awaitText("#signals", "[-3,-4,0,\"2026-11-30\",\"12:30\",2]");
        tab.fill("#amount", "1e");
        tab.awaitText("#signals", "[\"\",-4,0,\"2026-11-30\",\"12:30\",2]");
        tab.type("#amount", "2");
        tab.awaitText("#signals", "[100,-4,0,\"2026-11-30\",\"12:30\",2]");
    }

    @Test
    void missingRequiredNumberIsAnError(Tab tab) {
        open(tab);
        tab.fill("#amount", "");
        tab.click("#need");
        tab.await("document.querySelector('#error').textContent.includes('missing')");
        tab.fill("#amount", "8");
        tab.click("#need");
        tab.awaitText("#got", "needed 8");
        tab.takeErrors();
    }
}
