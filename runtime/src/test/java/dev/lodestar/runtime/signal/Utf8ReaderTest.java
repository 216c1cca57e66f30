package dev.lodestar.runtime.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8ReaderTest {
    private static String read(byte[] bytes, int room) throws CharacterCodingException {
        Utf8Reader reader = new Utf8Reader(bytes);
        StringBuilder text = new StringBuilder();
        char[] into = new char[room + 2];
        for (int read = reader.read(into, 1, room); read >= 0; read = reader.read(into, 1, room)) {
            // A caller that reads in a loop would read for ever.
            assertTrue(read > 0 && read <= room);
            text.append(into, 1, read);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 100})
    void readsTheTextWhateverTheRoom(int room) throws Exception {
        String text = "a\u00e9\u20ac\ud83d\ude00\ud83d\ude00b\ud83d\ude00\u20ac";
        assertEquals(text, read(text.getBytes(StandardCharsets.UTF_8), room));
        assertEquals("", read(new byte[0], room));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    void refusesInvalidUtf8(int room) {
        byte[] cutOff = {'a', (byte) 0xf0, (byte) 0x9f, (byte) 0x98};
        byte[] stray = {'a', (byte) 0x80, 'b'};
        assertThrows(CharacterCodingException.class, () -> read(cutOff, room));
        assertThrows(CharacterCodingException.class, () -> read(stray, room));
    }

    @Test
    void decodesNothingBeforeItIsRead() throws Exception {
        Utf8Reader reader = new Utf8Reader(new byte[] {'a', 'b', 'c', (byte) 0x80});
        assertEquals(2, reader.read(new char[2], 0, 2));
    }
}
