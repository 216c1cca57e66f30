package dev.lodestar.processor.expression;

import dev.lodestar.processor.javascript.Lexer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Expressions as people write them, and as they mistype them. */
final class Corpus {
    private static final Path EXAMPLES = Path.of("../examples");
    private static final Pattern ATTRIBUTE = Pattern.compile("\\s(data-[\\w:.-]+)=\"([^\"]+)\"");

    /** Forms of the language beyond what the examples need. */
    static final List<String> FORMS = List.of(
            "$a",
            "  $a + $b.c ; ",
            "$b['c']",
            "$a - 1; $a-1; $kebab-name.x",
            "$list.map(each => each + '!').join()",
            "$b?.c ?? $b?.[0] ?? $b?.()",
            "'$a' + \"it's $a\" + 'it\\'s ' + $a",
            "`a is ${$a}, not $a ${'}'.length} \\${$a} ${$list.map(x => `${x}`)}`",
            "'@peek(x)' + @peek(() => $a) + @peek (() => 1)",
            "@post('/x', {payload: {a: $a, b, ...c, [d]: 1, 'e': 2, 3: 4}, requestCancellation: 'disabled'})",
            "const x = $a; x + 1",
            "const f = () => { const y = 2; return y }; f()",
            "return 5",
            "returned",
            "if ($a) { $b = 1 } else if (!$c) $d = 2; else { $e.f++ }",
            "for (const each of $list) { if (each) continue; break }",
            "for (let i = 0, j = 1; i < 3; i++, j--) $a += i",
            "for (var k in $b) $a = k; for (;;) { break }",
            "for (const [key, {value = 1, ...rest}] of Object.entries($b)) console.log(key, value, rest)",
            "while ($a--) $b++; do { $c++ } while ($c < 3)",
            "switch ($a) { case 1: $b = 1; break; case 2: default: $b = 2 }",
            "try { f() } catch ({message}) { $a = message } finally { $b = 1 }",
            "try { f() } catch { $a = 1 }",
            "[$a, $b] = [$b, $a]; ({x: $c, y: $d.e = 1, ...$f} = g)",
            "({a, b = 2}, [c, , ...d], ...rest) => a",
            "(async () => { $a = await fetch('/x'); for await (const x of y) $b = x })()",
            "async x => await x",
            "(function f(a, b = 1) { return this.a + arguments.length })()",
            "function g() { return 1 } g()",
            "$a ? $b : $c ? $d : $e",
            "$a ||= 1, $b &&= 2, $c ??= 3, $d **= 2, $e >>>= 1",
            "(-2) ** 2 + 2 ** -1",
            "!$a && (typeof $b == 'x' || void 0) && !('c' in $b) && $b instanceof Object",
            "delete $a.b; delete a?.[b]",
            "new Date(2020, 1).getTime() + new Map + new a.b.C(1)[0]",
            "/[/'\"]+\\/(?<x>a)/gi.test($a) ? $b / 2 / 3 : (1) / 2",
            "$a.replace(/\\$/g, 'x')",
            "if (typeof/x/ == 'object') return/x/.test($a)",
            "/it's $a/.test($a) || [/[/']$b/, /\\/'$c/g].length /* don't $d */ + /x'/.source",
            "el.querySelectorAll('a:not([href=\"x\"])').forEach(a => a.remove())",
            "{ $a = 1 }",
            "({async y() {}, z() {}, get: 1, async, 'set'() {}, get() {}})",
            "$a /* why; $b */ + 1 // because $c",
            "0x1f + 0b11 + 0o17 + 1_000 + .5 + 5. + 1e3 + 10n + 1.5e-3",
            "'\\u00e9\\u{1F600}\\x41\\0\\n\\\nx' + `\\``",
            "a\n++\nb",
            "$a\n$b",
            "x => ({a: x})",
            "a => { }\n(1)",
            "import('/x.js').then(m => m.go())",
            "debugger",
            "tag`x${1}`",
            "let {a, b: [c]} = d; var e, f = 1; const {g = {}} = h",
            "ümlaut.größe + $_x.__y",
            "((((a, b))))",
            "(a, b) + (() => 1)()",
            "evt.detail.type == 'error' && (evt.preventDefault(), el.form.requestSubmit())",
            ";;",
            "");

    private static final String ALPHABET = "$a.b-@x(){}[];,:?!'\"`\\/*+=<>&| \n0_~^%#\u00e9";

    private Corpus() {}

    /** Every expression in the templates of the examples, with {@link Lexer#VALUE} for each tag. */
    static List<Written> examples() throws IOException {
        List<Written> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            for (Path file : files.filter(each -> each.toString().contains("/src/main/resources/templates/"))
                    .filter(each -> each.toString().endsWith(".mustache"))
                    .sorted()
                    .toList()) {
                ATTRIBUTE
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(attribute -> ExpressionKind.of(attribute.group(1))
                                .ifPresent(kind -> found.add(new Written(
                                        attribute.group(2).replaceAll("\\{\\{[^}]+}}", String.valueOf(Lexer.VALUE)),
                                        kind))));
            }
        }
        return found;
    }

    /** An expression and its kind. */
    record Written(String text, ExpressionKind kind) {}

    /** The forms and the examples' expressions, as values and as statements. */
    static List<Written> all() throws IOException {
        List<Written> all = new ArrayList<>(examples());
        for (String form : FORMS) {
            all.add(new Written(form, ExpressionKind.STATEMENTS));
        }
        all.add(new Written(
                "{open: $a, 'is-shut': !$a}", ExpressionKind.of("data-class").orElseThrow()));
        return all;
    }

    /** Texts that differ from these by one or a few characters; always the same ones. */
    static List<Written> mistyped(List<Written> right, int count) {
        Random random = new Random(7);
        List<Written> mistyped = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Written one = right.get(random.nextInt(right.size()));
            StringBuilder text = new StringBuilder(one.text());
            for (int change = random.nextInt(2); change >= 0 && !text.isEmpty(); change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                    case 2 -> text.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
                    default -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                }
            }
            mistyped.add(new Written(
                    text.toString(),
                    random.nextBoolean()
                            ? one.kind()
                            : ExpressionKind.of("data-text").orElseThrow()));
        }
        return mistyped;
    }
}
