package dev.lodestar.processor.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lodestar.processor.javascript.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexerTest {
    private static List<String> script(String code) {
        Script script = new Script(code, (start, end) -> {});
        List<String> tokens = new ArrayList<>();
        for (Token token = script.next(); token.kind() != Kind.END; token = script.next()) {
            tokens.add(token.text());
            assertEquals(code.substring(token.start(), token.end()), token.text());
        }
        return tokens;
    }

    @Test
    void splitsAScriptIntoTokens() {
        assertEquals(
                List.of("a", "=>", "b", "?.", "c", "**=", ".5e-3", "+", "0x1Fn", ">>>", "'it\\'s'", "...", "größe"),
                script("a=>b?.c **= .5e-3+0x1Fn/*b*/>>>'it\\'s' // c\n...größe"));
        assertEquals(List.of("`a${", "{", "}", "}b${", "c", "}`", "`d`"), script("`a${ {} }b${c}` `d`"));
        assertEquals(List.of("a", "/", "b", "/", "c"), script("a / b / c"));
        assertEquals(List.of("return", "/[/]'/gi", ".", "x"), script("return /[/]'/gi.x"));
        assertEquals(List.of("if", "(", "a", ")", "/b/", ".", "c"), script("if (a) /b/.c"));
    }

    @Test
    void continuesAfterWhatIsNotValid() {
        assertEquals(List.of("#a", "@", "b", "08", "'open", "\\", "c"), script("#a @b 08 'open\n\\c"));
    }

    @Test
    void knowsWhetherALineEndsBeforeAToken() throws NotJavaScript {
        Lexer lexer = new Lexer("a /* b\n */ c d");
        assertEquals(new Token(Kind.NAME, "c", 11, true), lexer.read(1));
        assertEquals(new Token(Kind.NAME, "d", 13, false), lexer.read(12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "'a → 0 → this string is never closed",
                "'\\9' → 1 → this backslash begins no escape",
                "/* a → 0 → this comment is never closed",
                "/* \uFFFF */ → 3 → a value is not allowed in a comment",
                "3a → 0 → this is not a number",
                "# → 0 → # means nothing in JavaScript",
            })
    void saysWhereAndWhyNoTokenBegins(String code, int offset, String why) {
        NotJavaScript problem = assertThrows(NotJavaScript.class, () -> new Lexer(code).read(0));
        assertEquals(offset + ": " + why, problem.offset() + ": " + problem.getMessage());
    }
}
