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
}
