package dev.lodestar.processor.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lodestar.browser.InBrowser;
import dev.lodestar.browser.Window;
import dev.lodestar.processor.expression.Corpus.Written;
import dev.lodestar.processor.javascript.Lexer;
import dev.lodestar.processor.javascript.NotJavaScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The compiler's and the client's translations of expressions, side by side in a real browser. */
@InBrowser
class TranslationTest {
    private static final String CLIENT = "/META-INF/lodestar/client/language/expressions.js";

    private static final List<String> ON_PURPOSE =
            List.of("label", "value", "class", "etter", "assigned", "strict", "its end");

    /** A value that would become part of a name if it were one. */
    private static final Pattern BESIDE_VALUE = Pattern.compile("\uFFFF[\\w$\\\\]|[\\w$\\\\]\uFFFF");

    private static String client() throws IOException {
        try (InputStream in = TranslationTest.class.getResourceAsStream(CLIENT)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^import .*$", "")
                    .replaceAll("(?m)^export ", "");
        }
    }

    @Test
    void matchesTheClientsCharacterByCharacter(Window window) throws IOException {
        List<Written> texts = new ArrayList<>(Corpus.all());
        texts.addAll(Corpus.mistyped(texts, 1500));
        List<String> ours = texts.stream().map(TranslationTest::body).toList();

        Object theirs = window.page()
                .evaluate(
                        "([client, texts, returns]) => Function('texts', 'returns', client + `\n"
                                + "return texts.map((text, i) => {\n"
                                + "  const { code, last } = translate(text);\n"
                                + "  return returns[i] ? code.slice(0, last) + returned(code.slice(last)) : code;\n"
                                + "})`)(texts, returns)",
                        List.of(
                                client(),
                                texts.stream().map(Written::text).toList(),
                                texts.stream()
                                        .map(each -> each.kind().returns())
                                        .toList()));

        assertEquals(texts.size(), ours.size());
        for (int i = 0; i < texts.size(); i++) {
            assertEquals(((List<?>) theirs).get(i), ours.get(i), texts.get(i).text());
        }
    }

    @Test
    void acceptsEveryFormOfTheLanguage() throws IOException {
        for (Written each : Corpus.all()) {
            assertEquals("", refusal(each), each.text());
        }
    }

    /** Code that must be read ahead to be understood is not read again at every level. */
    @Test
    void parsesDeeplyNestedCodeQuickly() {
        for (String nested : List.of("f({a: [", "(a = (", "[{...[")) {
            String text = nested.repeat(40);
            String closed = text + "1"
                    + new StringBuilder(text.replaceAll("[^(\\[{]", ""))
                            .reverse()
                            .toString()
                            .replace('(', ')')
                            .replace('[', ']')
                            .replace('{', '}');
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertEquals("", refusal(new Written(closed, ExpressionKind.STATEMENTS))));
        }
    }

    /** What the compiler accepts but a browser rejects would break all other expressions. */
    @Test
    void acceptsNothingThatABrowserRejects(Window window) throws IOException {
        List<Written> texts = Corpus.mistyped(Corpus.all(), 2000);
        List<String> functions = new ArrayList<>();
        for (Written each : texts) {
            String taken = "";
            try {
                taken = JsFunction.of(Traced.of(each.text()), each.kind()).toString();
            } catch (NotJavaScript refused) {
                // it never reaches the browser
            }
            functions.add(taken);
        }
        Object verdicts = window.page()
                .evaluate(
                        "functions => functions.map(each => {\n"
                                + "  try { if (each) Function('\"use strict\"; return {f' + each + '}'); return '' }\n"
                                + "  catch (error) { return error.message }\n"
                                + "})",
                        functions);

        List<String> passed = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            if (!((List<?>) verdicts).get(i).equals("")) {
                passed.add(((List<?>) verdicts).get(i) + ": " + functions.get(i));
            }
        }
        assertEquals(List.of(), passed);
        long taken = functions.stream().filter(each -> !each.isEmpty()).count();
        assertTrue(taken > 200 && taken < 1800, taken + " of " + functions.size() + " taken");
    }

    /** The other way round, except for what is refused on purpose. */
    @Test
    void rejectsNothingThatABrowserAccepts(Window window) throws IOException {
        List<Written> refused = Corpus.mistyped(Corpus.all(), 2000).stream()
                .filter(each -> !refusal(each).isEmpty())
                .toList();
        Object verdicts = window.page()
                .evaluate(
                        "functions => functions.map(each => {\n"
                                + "  try { Function('\"use strict\"; return {f' + each + '}'); return true }\n"
                                + "  catch { return false }\n"
                                + "})",
                        refused.stream()
                                .map(each -> "(el, $, __action, evt, __0) {\n"
                                        + body(each).replace(String.valueOf(Lexer.VALUE), "__0")
                                        + "\n}")
                                .toList());

        List<String> needlessly = new ArrayList<>();
        for (int i = 0; i < refused.size(); i++) {
            String why = refusal(refused.get(i));
            boolean onPurpose = ON_PURPOSE.stream().anyMatch(why::contains)
                    || BESIDE_VALUE.matcher(refused.get(i).text()).find();
            if (((List<?>) verdicts).get(i).equals(true) && !onPurpose) {
                needlessly.add(why + ": " + refused.get(i).text());
            }
        }
        assertEquals(List.of(), needlessly);
    }

    private static String body(Written written) {
        Translation translation = Translation.of(Traced.of(written.text()));
        String code = translation.code().toString();
        return written.kind().returns() && translation.endsWithValue()
                ? code.substring(0, translation.last()) + "return (" + code.substring(translation.last()) + "\n);"
                : code;
    }

    private static String refusal(Written written) {
        try {
            JsFunction.of(Traced.of(written.text()), written.kind());
            return "";
        } catch (NotJavaScript e) {
            return e.offset() + ": " + e.getMessage();
        }
    }
}
