package dev.lodestar.runtime.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.lodestar.Fields;
import dev.lodestar.Html;
import dev.lodestar.Patch;
import dev.lodestar.runtime.signal.InputFields;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases that Datastar's SDK specification requires of every server, in {@code sdk-cases.json}. The public suite
 * ignores the order of data lines, because its own files disagree on it. This test requires the order of the
 * specification.
 */
class SdkCasesTest {
    private static Stream<JsonObject> cases() throws Exception {
        try (Reader reader = new InputStreamReader(
                SdkCasesTest.class.getResourceAsStream("sdk-cases.json"), StandardCharsets.UTF_8)) {
            JsonElement cases = JsonParser.parseReader(reader);
            return StreamSupport.stream(cases.getAsJsonArray().spliterator(), false)
                    .map(JsonElement::getAsJsonObject);
        }
    }

    @TestFactory
    Stream<DynamicTest> writesTheBytesOfTheSpecification() throws Exception {
        return cases().map(each -> DynamicTest.dynamicTest(each.get("rule").getAsString(), () -> {
            StringBuilder expected = new StringBuilder();
            each.getAsJsonArray("bytes")
                    .forEach(line -> expected.append(line.getAsString()).append('\n'));
            EventWriter writer = new EventWriter(source -> source);
            each.getAsJsonArray("events").forEach(event -> write(writer, event.getAsJsonObject()));
            assertEquals(expected.toString(), new String(writer.toByteArray(), StandardCharsets.UTF_8));
        }));
    }

    // The suite sends the input of each case as signals, in the body of a POST or in a query parameter of a GET.
    @TestFactory
    Stream<DynamicTest> readsTheCasesAsSignalsFromBodyAndQuery() throws Exception {
        return cases().map(each -> DynamicTest.dynamicTest(each.get("rule").getAsString(), () -> {
            String json = each.toString();
            Fields query = InputFields.query("a=1&datastar=" + URLEncoder.encode(json, StandardCharsets.UTF_8));
            String rule = each.get("rule").getAsString();
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            assertEquals(rule, InputFields.signals("POST", query, body, 64).string("rule"));
            assertEquals(
                    rule, InputFields.signals("GET", query, new byte[0], 64).string("rule"));
        }));
    }

    private static void write(EventWriter writer, JsonObject event) {
        EventOptions options = new EventOptions(
                text(event, "id"),
                Duration.ofMillis(event.has("retry") ? event.get("retry").getAsLong() : 1000));
        switch (event.get("call").getAsString()) {
            case "elements" -> writer.elements(elements(event), options);
            case "signals" -> writer.signals(json(event), flag(event, "onlyIfMissing", false), options);
            default ->
                writer.script(text(event, "source"), attributes(event), flag(event, "autoRemove", true), options);
        }
    }

    private static Patch.Elements elements(JsonObject event) {
        String mode = event.has("mode") ? text(event, "mode") : "outer";
        return new Patch.Elements(
                Html.raw(text(event, "html")),
                text(event, "selector"),
                Patch.Mode.valueOf(mode.toUpperCase(Locale.ROOT)),
                flag(event, "viewTransition", false));
    }

    private static String json(JsonObject event) {
        if (event.has("json")) {
            return text(event, "json");
        }
        // As plain values, as applications pass them.
        Map<?, ?> values = new Gson().fromJson(event.get("values"), LinkedHashMap.class);
        return SignalJson.write(wholeNumbers(values));
    }

    // Without a type, Gson reads every number as a double.
    private static @Nullable Object wholeNumbers(@Nullable Object value) {
        if (value instanceof Double number) {
            return number.longValue();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, inner) -> copy.put(name, wholeNumbers(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SdkCasesTest::wholeNumbers).toList();
        }
        return value;
    }

    private static Map<String, String> attributes(JsonObject event) {
        Map<String, String> attributes = new LinkedHashMap<>();
        if (event.has("attributes")) {
            event.getAsJsonObject("attributes")
                    .entrySet()
                    .forEach(entry ->
                            attributes.put(entry.getKey(), entry.getValue().getAsString()));
        }
        return attributes;
    }

    private static String text(JsonObject event, String name) {
        return event.has(name) ? event.get(name).getAsString() : "";
    }

    private static boolean flag(JsonObject event, String name, boolean otherwise) {
        return event.has(name) ? event.get(name).getAsBoolean() : otherwise;
    }
}
