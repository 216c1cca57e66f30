package dev.lodestar.processor.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstantNamesTest {
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
    void turnNamesIntoConstants(String text, String constant) {
        assertEquals(constant, new ConstantNames().of(text));
    }

    @Test
    void numbersNamesThatWouldBeTheSame() {
        ConstantNames names = new ConstantNames();

        assertEquals("A_B", names.of("a/b"));
        assertEquals("A_B_2", names.of("a-b"));
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
    void nameAMethodForAConstant(String constant, String method) {
        assertEquals(method, ConstantNames.method(constant));
    }
}
