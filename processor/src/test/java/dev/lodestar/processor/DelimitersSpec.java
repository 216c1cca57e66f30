package dev.lodestar.processor;

import java.util.List;

/** The specification's cases of set delimiters. */
final class DelimitersSpec {
    private static final String SECTIONS = """
            (
            {{#on}}
              {{x}}
              %x%
            {{/on}}

            {{= % % =}}
            %#on%
              {{x}}
              %x%
            %/on%
            )
            """;

    private static final String SHOWN = """
            (
              X
              %x%

              {{x}}
              X
            )
            """;

    private DelimitersSpec() {}

    static final List<SpecCase> CASES = List.of(
            value("Pair Behavior").template("{{=(( ))=}}[((x))]").gives("[X]"),
            value("Special Characters").template("[{{=$ ?=}}$x?]").gives("[X]"),
            spec("Sections")
                    .page("boolean on, String x", "true, \"X\"")
                    .template(SECTIONS)
                    .gives(SHOWN),
            spec("Inverted Sections")
                    .page("boolean on, String x", "false, \"X\"")
                    .template(SECTIONS.replace('#', '^'))
                    .gives(SHOWN),
            value("Partial Inheritence")
                    .partial("part", "-{{x}}-")
                    .template("[{{>~part}}]\n{{= % % =}}\n[%>~part%]\n")
                    .gives("[-X-]\n[-X-]\n"),
            value("Post-Partial Behavior")
                    .partial("part", "-{{x}}- {{= % % =}} -%x%-")
                    .template("[{{>~part}}]\n[-{{x}}-  -%x%-]\n")
                    .gives("[-X-  -X-]\n[-X-  -%x%-]\n"),
            spec("Surrounding Whitespace").template("( {{=% %=}} )").gives("(  )"),
            spec("Outlying Whitespace (Inline)").template(" ( {{=% %=}}\n").gives(" ( \n"),
            spec("Standalone Tag").template("a\n{{=% %=}}\nb\n").gives("a\nb\n"),
            spec("Indented Standalone Tag").template("a\n\t{{=% %=}}\nb\n").gives("a\nb\n"),
            spec("Standalone Line Endings").template("a\r\n{{= % % =}}\r\nb").gives("a\r\nb"),
            spec("Standalone Without Previous Line").template("\t{{=% %=}}\nb").gives("b"),
            spec("Standalone Without Newline").template("a\n\t{{=% %=}}").gives("a\n"),
            spec("Pair with Padding").template("({{=  %    % =}})").gives("()"));

    private static SpecCase spec(String name) {
        return SpecCase.of("delimiters", name);
    }

    private static SpecCase value(String name) {
        return spec(name).page("String x", "\"X\"");
    }
}
