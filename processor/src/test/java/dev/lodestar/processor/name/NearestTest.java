package dev.lodestar.processor.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final List<String> KNOWN = List.of("counter/inc", "counter/dec", "chat/say", "title", "id");

    @ParameterizedTest
    @CsvSource({"counter/icn,counter/inc", "conter/dec,counter/dec", "TITLE,title", "titel,title", "idd,id"})
    void offersTheNameThatWasMeant(String written, String meant) {
        assertEquals(" Did you mean " + meant + "?", Nearest.suggestion(written, KNOWN));
    }

    @ParameterizedTest
    @CsvSource({"todo/add", "x", "''"})
    void offersNothingIfNoNameIsClose(String written) {
        assertEquals("", Nearest.suggestion(written, KNOWN));
    }

    @Test
    void takesTheFirstOfEquallyCloseNames() {
        assertEquals("tab", Nearest.to("taz", List.of("tag", "tab")).orElseThrow());
    }
}
