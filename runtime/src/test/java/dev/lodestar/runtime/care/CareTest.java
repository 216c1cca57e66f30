package dev.lodestar.runtime.care;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lodestar.Config;
import dev.lodestar.browser.engine.InEveryEngine;
import dev.lodestar.browser.engine.Protocol;
import dev.lodestar.browser.engine.Tab;
import dev.lodestar.runtime.tls.DevelopmentCertificate;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs each case of {@code care/cases.txt} in each of its shapes: {@code | } is markup that the server renders, in
 * turn; {@code > } is what a person does, or {@code next} for the server; {@code ? } must become true, and stay so for
 * two more frames. {@code -Dcare=part of a name} runs the cases whose names have it, and
 * {@code -Dcare.shapes=SMALL_WITH_IDS,BOUND_REPLY} only these shapes; {@code -Dcare.protocol=HTTP_2} runs them over
 * TLS.
 */
@InEveryEngine
class CareTest {
    private static final String ONLY = System.getProperty("care", "");
    private static final Set<Shape> SHAPES = shapes(System.getProperty("care.shapes", ""));
    private static final Protocol PROTOCOL = Protocol.valueOf(System.getProperty("care.protocol", "HTTP_1_1"));
    private static CareSite site;

    private static Set<Shape> shapes(String names) {
        return names.isEmpty()
                ? EnumSet.allOf(Shape.class)
                : Arrays.stream(names.split(",")).map(Shape::valueOf).collect(Collectors.toSet());
    }

    @BeforeAll
    static void serve(@TempDir Path folder) throws Exception {
        Config config = Config.defaults().withPort(0);
        site = new CareSite(PROTOCOL.isEncrypted() ? config.withTls(DevelopmentCertificate.in(folder)) : config);
    }

    @AfterAll
    static void end() {
        site.close();
    }

    @TestFactory
    Stream<DynamicContainer> peopleKeepWhatIsTheirs(Tab tab) {
        return CareCase.all()
                .filter(each -> each.name().contains(ONLY))
                .map(each -> DynamicContainer.dynamicContainer(
                        each.name(),
                        each.shapesToTry()
                                .filter(SHAPES::contains)
                                .map(shape -> DynamicTest.dynamicTest(shape.name(), () -> run(tab, each, shape)))));
    }

    private static void run(Tab tab, CareCase each, Shape shape) {
        int shown = site.show(each, shape);
        tab.open(site.url());
        // The first frame may be one of the case before.
        tab.await("shown => +document.querySelector('#frame').dataset.shown === shown", shown);
        PROTOCOL.awaitSpokenBy(tab);
        int next = 0;
        for (String step : each.steps()) {
            String text = step.substring(2);
            if (step.startsWith("? ")) {
                tab.await(text);
                frames(tab, 2);
                assertEquals(true, tab.evaluate("!!(" + text + ")"), () -> text + " did not stay true");
            } else if (text.equals("next")) {
                next++;
                tab.evaluate("document.querySelector('#next').click()");
                tab.awaitValue(String.valueOf(next), "document.querySelector('#case').dataset.state");
                frames(tab, 1);
            } else {
                act(tab, text);
            }
        }
        assertEquals(List.of(), tab.takeErrors());
    }

    /** Waits until so many more frames have come. */
    private static void frames(Tab tab, int count) {
        int now = Integer.parseInt((String) tab.evaluate("document.querySelector('#frame').dataset.n"));
        tab.await("at => +document.querySelector('#frame').dataset.n >= at", now + count);
    }

    private static void act(Tab tab, String text) {
        String[] words = text.split(" ", 3);
        switch (words[0]) {
            case "type" -> tab.type(words[1], words[2]);
            case "press" -> tab.press(words[1]);
            case "click" -> tab.click(text.substring(6));
            case "focus" -> tab.focus(words[1]);
            case "select" -> tab.select(words[1], words[2]);
            case "frames" -> frames(tab, Integer.parseInt(words[1]));
            case "do" -> tab.evaluate("() => { " + text.substring(3) + " }");
            default -> throw new IllegalArgumentException("There is no step \"" + words[0] + "\"");
        }
    }
}
