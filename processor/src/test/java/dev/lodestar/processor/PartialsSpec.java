package dev.lodestar.processor;

import java.util.List;

/** The specification's cases of partials. */
final class PartialsSpec {
    private PartialsSpec() {}

    static final List<SpecCase> CASES = List.of(
            spec("Basic Behavior")
                    .template("[{{>~part}}]")
                    .partial("part", "part")
                    .gives("[part]"),
            // A missing partial is a misspelling.
            spec("Failed Lookup").template("[{{>~gone}}]").isRefused("There is no template "),
            spec("Context")
                    .page("String x", "\"X\"")
                    .template("[{{>~part}}]")
                    .partial("part", "({{x}})")
                    .gives("[(X)]"),
            spec("Recursion")
                    .page(
                            "Node root",
                            "new Node(\"a\", List.of(new Node(\"b\", List.of())))",
                            "record Node(String name, List<Node> children) {}")
                    .template("{{#root}}{{>~node}}{{/root}}")
                    .partial("node", "{{name}}({{#children}}{{>~node}}{{/children}})")
                    .gives("a(b())"),
            spec("Nested")
                    .page("String x, String y", "\"X\", \"Y\"")
                    .template("{{>~outer}}")
                    .partial("outer", "({{x}} {{>~inner}})")
                    .partial("inner", "{{y}}.")
                    .gives("(X Y.)"),
            spec("Surrounding Whitespace")
                    .template("( {{>~part}} )")
                    .partial("part", "\t=\t")
                    .gives("( \t=\t )"),
            spec("Inline Indentation")
                    .page("String x", "\"X\"")
                    .template("\t{{x}}\t{{> ~part}}\n")
                    .partial("part", "a\nb")
                    .gives("\tX\ta\nb\n"),
            spec("Standalone Line Endings")
                    .template("(\r\n{{>~part}}\r\n)")
                    .partial("part", "=")
                    .gives("(\r\n=)"),
            spec("Standalone Without Previous Line")
                    .template("\t{{>~part}}\nc")
                    .partial("part", "a\nb")
                    .gives("\ta\n\tbc"),
            spec("Standalone Without Newline")
                    .template("c\n\t{{>~part}}")
                    .partial("part", "a\nb")
                    .gives("c\n\ta\n\tb"),
            spec("Standalone Indentation")
                    .page("Html lines", "Html.raw(\"x\\ny\")")
                    .template("(\n\t{{>~part}}\n)\n")
                    .partial("part", "a\n{{{lines}}}\nb\n")
                    .gives("(\n\ta\n\tx\ny\n\tb\n)\n"),
            spec("Padding Whitespace")
                    .template("({{>  ~part }})")
                    .partial("part", "=")
                    .gives("(=)"));

    private static SpecCase spec(String name) {
        return SpecCase.of("partials", name);
    }
}
