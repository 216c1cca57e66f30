package dev.lodestar.processor;

import java.util.List;

/** The specification's cases of inverted sections. */
final class InvertedSpec {
    private InvertedSpec() {}

    static final List<SpecCase> CASES = List.of(
            spec("Falsey").on(false).template("[{{^on}}dark{{/on}}]").gives("[dark]"),
            spec("Truthy").on(true).template("[{{^on}}dark{{/on}}]").gives("[]"),
            spec("Null is falsey")
                    .page("Boolean on", "null")
                    .template("[{{^on}}dark{{/on}}]")
                    .gives("[dark]"),
            spec("Context")
                    .page("User user", "new User(\"Ann\")", "record User(String name) {}")
                    .template("[{{^user}}nobody{{/user}}]")
                    .gives("[]"),
            spec("List")
                    .page("List<Integer> items", "List.of(1, 2)")
                    .template("[{{^items}}none{{/items}}]")
                    .gives("[]"),
            spec("Empty List")
                    .page("List<Integer> items", "List.of()")
                    .template("[{{^items}}none{{/items}}]")
                    .gives("[none]"),
            spec("Doubled")
                    .page("boolean on, String name", "false, \"two\"")
                    .template("{{^on}}\n- one\n{{/on}}\n- {{name}}\n{{^on}}\n- three\n{{/on}}\n")
                    .gives("- one\n- two\n- three\n"),
            spec("Nested (Falsey)")
                    .on(false)
                    .template("1{{^on}}2{{^on}}3{{/on}}4{{/on}}5")
                    .gives("12345"),
            spec("Nested (Truthy)")
                    .on(true)
                    .template("1{{^on}}2{{^on}}3{{/on}}4{{/on}}5")
                    .gives("15"),
            spec("Context Misses").template("[{{^gone}}x{{/gone}}]").isRefused("Nothing here is called gone."),
            spec("Dotted Names - Truthy")
                    .chain("new A(new B(true))")
                    .template("[{{^a.b.c}}not{{/a.b.c}}]")
                    .gives("[]"),
            spec("Dotted Names - Falsey")
                    .chain("new A(new B(false))")
                    .template("[{{^a.b.c}}not{{/a.b.c}}]")
                    .gives("[not]"),
            spec("Dotted Names - Broken Chains")
                    .chain("new A(null)")
                    .template("[{{^a.b.c}}not{{/a.b.c}}]")
                    .gives("[not]"),
            spec("Surrounding Whitespace")
                    .on(false)
                    .template(" ( {{^on}}\t=\t{{/on}} ) \n")
                    .gives(" ( \t=\t ) \n"),
            spec("Internal Whitespace")
                    .on(false)
                    .template(" ( {{^on}} {{! kept }}\n {{/on}} ) \n")
                    .gives(" (  \n  ) \n"),
            spec("Indented Inline Sections")
                    .on(false)
                    .template(" {{^on}}A{{/on}}\n {{^on}}B{{/on}}\n")
                    .gives(" A\n B\n"),
            spec("Standalone Lines")
                    .on(false)
                    .template("a\n{{^on}}\nb\n{{/on}}\nc\n")
                    .gives("a\nb\nc\n"),
            spec("Standalone Indented Lines")
                    .on(false)
                    .template("a\n\t {{^on}}\nb\n\t {{/on}}\nc\n")
                    .gives("a\nb\nc\n"),
            spec("Standalone Line Endings")
                    .on(false)
                    .template("(\r\n{{^on}}\r\n{{/on}}\r\n)")
                    .gives("(\r\n)"),
            spec("Standalone Without Previous Line")
                    .on(false)
                    .template("\t{{^on}}\na{{/on}}\nb")
                    .gives("a\nb"),
            spec("Standalone Without Newline")
                    .on(false)
                    .template("a{{^on}}\nb\n\t{{/on}}")
                    .gives("a\nb\n"),
            spec("Padding").on(false).template("({{^  on }}={{/  on }})").gives("(=)"));

    private static SpecCase spec(String name) {
        return SpecCase.of("inverted", name);
    }
}
