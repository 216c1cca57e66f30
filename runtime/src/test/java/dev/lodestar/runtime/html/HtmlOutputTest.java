package dev.lodestar.runtime.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.Html;
import java.math.BigDecimal;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlOutputTest {
    private static final String NASTY = "</script>'\"`<b>&amp;${x}\\\u2028\u2029\r\n\0é€😀";

    @Test
    void textEscapesWhatCouldEndElementContentOrAQuotedAttribute() {
        assertEquals("&lt;b&gt; &amp; &#34;x&#34; &#39;y&#39;", written(out -> out.text("<b> & \"x\" 'y'")));
    }

    @Test
    void textKeepsEverythingElse() {
        String text = "a\n\tß é € \u2028 😀 `$@;/\\";
        assertEquals(text, written(out -> out.text(text)));
    }

    @Test
    void nullWritesNothingButALiteral() {
        assertEquals("null", written(out -> {
            out.text((String) null);
            out.url(null);
            out.query(null);
            out.html(null);
            out.literalText(null);
            out.literal((String) null);
        }));
    }

    @Test
    void htmlIsWrittenAsItIs() {
        assertEquals("<b title=\"ü\">&amp;</b>", written(out -> out.html(Html.raw("<b title=\"ü\">&amp;</b>"))));
    }

    @Test
    void unpairedSurrogateBecomesAQuestionMark() {
        assertEquals("a?b?", written(out -> out.text("a\uD83Db\uDE00")));
        assertEquals("?😀", written(out -> out.html(Html.raw("\uD83D\uD83D\uDE00"))));
        assertArrayEquals("a?".getBytes(UTF_8), HtmlOutput.utf8("a\uD83D"));
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                -0.0,
                1,
                -1,
                0.001,
                0.000999,
                -0.0015,
                0.1,
                39.26,
                -1.62,
                467.59,
                100,
                9999999.999999,
                1e7,
                1e-7,
                1e22,
                0.1 + 0.2,
                1 / 3.0,
                1234567.1234567,
                Double.MAX_VALUE,
                Double.MIN_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void fractionsAreWrittenAsByJava(double number) {
        assertEquals(Double.toString(number), written(out -> out.text(number)));
        assertEquals(Double.toString(number), written(out -> out.literal(number)));
    }

    @Test
    void fractionsOfFewDecimalsAreShortAndExact() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            int decimals = 1 + random.nextInt(6);
            BigDecimal exact = BigDecimal.valueOf(random.nextLong(2_000_000_000_000L) - 1_000_000_000_000L, decimals);
            double number = exact.doubleValue();
            String text = written(out -> out.text(number));
            assertEquals(number, Double.parseDouble(text));
            assertTrue(text.length() <= Double.toString(number).length(), text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            longs = {0, 1, -1, 9, 10, -10, 99, 100, 1234567890123L, Long.MAX_VALUE, Long.MIN_VALUE, Integer.MIN_VALUE})
    void wholeNumbersAreDecimal(long number) {
        assertEquals(Long.toString(number), written(out -> out.text(number)));
        assertEquals(Integer.toString((int) number), written(out -> out.text((int) number)));
        assertEquals(Long.toString(number), written(out -> out.literal(number)));
    }

    @Test
    void otherScalarsAreWrittenAsJavaDoes() {
        assertEquals("1.5 -0.25 true &lt;", written(out -> {
            out.text(1.5f);
            out.raw(HtmlOutput.utf8(" "));
            out.text(-0.25);
            out.raw(HtmlOutput.utf8(" "));
            out.text(true);
            out.raw(HtmlOutput.utf8(" "));
            out.text('<');
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/todos",
                "todos/1",
                "?q=a:b",
                "#a:b",
                "a/b:c",
                "//host/x",
                "http://x",
                "HTTPS://x",
                "mailto:a@b.c",
                "tel:+1",
                " https://x",
                "data:image/png;base64,iVBORw0KGgo=",
                "DATA:image/JPEG;base64,/9j+"
            })
    void urlKeepsWhatIsRelativeOrSafe(String url) {
        assertEquals(url, written(out -> out.url(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JavaScript:alert(1)",
                " javascript:alert(1)",
                "\u0001javascript:alert(1)",
                "java\nscript:alert(1)",
                "java\tscript:alert(1)",
                "vbscript:x",
                "data:text/html,<script>",
                "data:image/svg+xml;base64,PHN2Zz4=",
                "data:image/png,<script>",
                "data:image/png;base64,AA==;x",
                "data:image/png;base64,AA\n",
                "blob:x",
                "file:///etc/passwd",
                ":x",
                "javascript\u00a0:x"
            })
    void urlRefusesEveryOtherScheme(String url) {
        assertEquals("about:invalid#lodestar", written(out -> out.url(url)));
    }

    @Test
    void listedUrlEscapesWhatWouldEndIt() {
        assertEquals("/a%20b%2C%0A%0D%09&amp;c", written(out -> out.listedUrl("/a b,\n\r\t&c")));
        assertEquals("about:invalid#lodestar", written(out -> out.listedUrl("javascript:alert(1)")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "#c0ffee", "12.5%", "-3px", "1px solid var--x", "bold, italic", ""})
    void styleWritesWhatCanBePartOfAValue(String text) {
        assertEquals(text, written(out -> out.style(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "red; top: 0",
                "url(/x)",
                "a\"b",
                "a'b",
                "\\75rl",
                "a/*b",
                "a{b}",
                "a\nb",
                "<b>",
                "a:b",
                "a!b",
                "\u00e9"
            })
    void styleRefusesEverythingElse(String text) {
        assertEquals("refused", written(out -> out.style(text)));
    }

    @Test
    void textKeepsCarriageReturnsThatABrowserWouldDrop() {
        assertEquals("a&#13;\nb", written(out -> out.text("a\r\nb")));
    }

    @Test
    void queryEncodesWhateverCouldEndIt() {
        assertEquals(
                "a-Z_0.~%20%26%3D%23%22%27%3C%C3%A9%F0%9F%98%80%25%3F",
                written(out -> out.query("a-Z_0.~ &=#\"'<é😀%\uD83D")));
        assertEquals("%20".repeat(50_000), written(out -> out.query(" ".repeat(50_000))));
    }

    @Test
    void urlIsEscapedToo() {
        assertEquals("/a?b=1&amp;c=&#34;&#39;&gt;", written(out -> out.url("/a?b=1&c=\"'>")));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "Ann,&#39;Ann&#39;",
                "it's,&#39;it\\u0027s&#39;",
                "a\\b,&#39;a\\u005cb&#39;",
                "@post(x),&#39;\\u0040post\\u0028x\\u0029&#39;",
                "$a;b,&#39;\\u0024a\\u003bb&#39;",
                "é€,&#39;é€&#39;",
            })
    void literalIsAWholeString(String text, String expected) {
        assertEquals(expected, written(out -> out.literal(text)));
    }

    @Test
    void literalTextEscapesEverythingThatHasAMeaning() {
        assertEquals(
                "\\u003c\\u002fscript\\u003e\\u0027\\u0022\\u0060\\u003cb\\u003e\\u0026amp\\u003b\\u0024\\u007bx\\u007d"
                        + "\\u005c\\u2028\\u2029\\u000d\\u000a\\u0000é€\\ud83d\\ude00",
                written(out -> out.literalText(NASTY)));
    }

    @Test
    void literalsOfOtherScalarsAreJavaScript() {
        assertEquals("-5false&#39;\\u0027&#39;2.5", written(out -> {
            out.literal(-5);
            out.literal(false);
            out.literal('\'');
            out.literal(2.5);
        }));
    }

    @Test
    void dataIsJsonInAQuotedAttribute() {
        assertEquals(
                "&#34;&lt;/script&gt;&#39;\\&#34;`&lt;b&gt;&amp;amp;${x}\\\\\u2028\u2029\\u000d\\u000a\\u0000é€😀&#34;",
                written(out -> out.data(NASTY)));
        assertEquals("null,-5,true,&#34;\\&#34;&#34;,2.5,1e999,-1e999,null,1.5,1e999", written(out -> {
            out.data((String) null);
            out.text(",");
            out.data(-5);
            out.text(",");
            out.data(true);
            out.text(",");
            out.data('"');
            for (double each : new double[] {2.5, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN}) {
                out.text(",");
                out.data(each);
            }
            for (float each : new float[] {1.5f, Float.POSITIVE_INFINITY}) {
                out.text(",");
                out.data(each);
            }
        }));
    }

    @Test
    void growsAsNeededWhateverIsWritten() {
        String piece = "x<é€😀";
        String expected = "x&lt;é€😀".repeat(20_000);
        assertEquals(expected, written(out -> out.text(piece.repeat(20_000))));
        assertEquals(expected, written(out -> {
            for (int i = 0; i < 20_000; i++) {
                out.text(piece);
            }
        }));
    }

    @Test
    void resetDiscardsWhatWasWrittenAndKeepsTheMemory() {
        HtmlOutput out = new HtmlOutput();
        out.text("x".repeat(100_000));
        byte[] memory = out.array();
        out.reset();
        out.text("y");
        assertSame(memory, out.array());
        assertEquals(1, out.size());
        assertArrayEquals(new byte[] {'y'}, out.toByteArray());
    }

    private static String written(Consumer<HtmlOutput> writing) {
        HtmlOutput out = new HtmlOutput();
        writing.accept(out);
        return new String(out.array(), 0, out.size(), UTF_8);
    }
}
