package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorSignalsTest {
    private static Map<String, Object> after(String json, Map<String, String> faults) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ErrorSignals.after(InputFields.signals("POST", InputFields.query(""), body, 64), faults);
    }

    @Test
    void nothingChangesWhereNothingWasOrIsWrong() {
        assertEquals(Map.of(), after("{}", Map.of()));
        assertEquals(Map.of(), after("{\"errors\": {\"a\": \"\", \"b\": {\"c\": \"\"}, \"d\": null}}", Map.of()));
        assertEquals(Map.of(), after("{\"errors\": \"text\"}", Map.of()));
    }

    @Test
    void clearsWhatIsShownAndSetsWhatIsWrongNow() {
        assertEquals(
                Map.of("errors", Map.of("a", "", "b", Map.of("c", "New.", "d", ""))),
                after("{\"errors\": {\"a\": \"Old.\", \"b\": {\"c\": \"Old.\", \"d\": [1]}}}", Map.of("b.c", "New.")));
    }

    @Test
    void errorsOfAFieldAndOfItsContentReplaceEachOther() {
        assertEquals(
                Map.of("errors", Map.of("a", "New.")),
                after("{\"errors\": {\"a\": {\"0\": \"Old.\"}}}", Map.of("a", "New.")));
        assertEquals(
                Map.of("errors", Map.of("a", Map.of("0", "New."))),
                after("{\"errors\": {\"a\": \"Old.\"}}", Map.of("a.0", "New.")));
        Map<String, String> both = new LinkedHashMap<>(Map.of("a", "One."));
        both.put("a.b", "Other.");
        assertEquals(Map.of("errors", Map.of("a", Map.of("b", "Other."))), after("{}", both));
    }
}
