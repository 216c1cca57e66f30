package dev.lodestar.processor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks Java sources and templates the way typing and thinking errors do. */
record Mutation(Random random) {
    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"\\n]*\"|@?\\w+|\\{\\{[{#^/>!&]?|\\}\\}\\}?|\\s+|[^\\w\\s]");

    private static final List<String> STRANGERS = List.of(
            "\"\"",
            "\"/\"",
            "\" \"",
            "\"../x\"",
            "\"\\u0000\"",
            "\"" + "x".repeat(70_000) + "\"",
            "null",
            "-1",
            "999999999999",
            "Missing",
            "Shop",
            "Object",
            "String",
            "void",
            "int",
            "int[]",
            "List<?>",
            "Map<String, Shop>",
            "T",
            "private",
            "static",
            "abstract",
            "record",
            "interface",
            "enum",
            "@View(\"/\")",
            "@Action",
            "@Template",
            "@App",
            "@Every(\"1h\")",
            "@Connected",
            "@Provides",
            "...",
            "throws Throwable",
            "extends Shop",
            "{{",
            "}}",
            "{{{",
            "{{#items}}",
            "{{/items}}",
            "{{>shop}}",
            "{{>note}}",
            "{{=<% %>=}}",
            "{{=",
            "<",
            ">",
            "<!--",
            "<script>",
            "</main>",
            "'",
            "é",
            "{{action:}}",
            "{{view:/cart?id=1}}",
            "{{asset:../x}}",
            "{{.}}",
            "{{a.b.c}}");

    /** Returns the text with one to three of its tokens deleted, doubled, swapped or replaced. */
    String of(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            change(tokens);
        }
        return tokens.stream().collect(Collectors.joining());
    }

    private void change(List<String> tokens) {
        int at = anyWord(tokens);
        switch (random.nextInt(5)) {
            case 0 -> tokens.set(at, "");
            case 1 -> tokens.add(at, tokens.get(at));
            case 2 -> Collections.swap(tokens, at, anyWord(tokens));
            case 3 -> tokens.set(at, tokens.get(anyWord(tokens)));
            default -> tokens.set(at, STRANGERS.get(random.nextInt(STRANGERS.size())));
        }
    }

    private int anyWord(List<String> tokens) {
        int at;
        do {
            at = random.nextInt(tokens.size());
        } while (tokens.get(at).isBlank() && random.nextInt(20) > 0);
        return at;
    }
}
