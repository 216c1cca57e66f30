package dev.lodestar.processor.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantNameTest {
    @ParameterizedTest
    @CsvSource({
        "/, ROOT",
        "/todos, TODOS",
        "/a-b/c.d, A_B_C_D",
        "counter/inc, COUNTER_INC",
        "cart/addItem, CART_ADD_ITEM",
        "img/logo@2x.png, IMG_LOGO_2X_PNG",
        "404.html, _404_HTML",
    })
    void namesConstants(String text, String constant) {
        assertEquals(constant, ConstantName.of(text));
    }

    @Test
    void findsNamesThatBecomeTheSameConstant() {
        assertEquals(
                Map.of("a/b", "a-b", "a_b", "a-b"), ConstantName.clashes(List.of("a/b", "a-b", "a_b", "a/c", "a/b")));
    }

    @ParameterizedTest
    @CsvSource({
        "ROOT, root",
        "COUNTER_INC, counterInc",
        "CHAT_2, chat_2",
        "A_2B, a_2b",
        "_404_HTML, _404Html",
        "NEW, _new",
    })
    void namesTheMethodOfAConstant(String constant, String method) {
        assertEquals(method, ConstantName.method(constant));
    }
}
