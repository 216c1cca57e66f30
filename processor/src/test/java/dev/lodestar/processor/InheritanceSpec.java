package dev.lodestar.processor;

import java.util.List;

/** The specification's cases of template inheritance, one of its optional modules. */
final class InheritanceSpec {
    private static final String OLDER = "{{<~older}}{{$x}}parent{{/x}}{{/~older}}";
    private static final String OLDEST = "{{<~oldest}}{{$x}}older{{/x}}{{/~oldest}}";

    private InheritanceSpec() {}

    static final List<SpecCase> CASES = List.of(
            spec("Default").template("{{$title}}Home{{/title}}\n").gives("Home\n"),
            spec("Variable")
                    .page("String x", "\"X\"")
                    .template("{{$title}}the {{x}} page{{/title}}\n")
                    .gives("the X page\n"),
            spec("Triple Mustache")
                    .page("Html x", "Html.raw(\"<i>\")")
                    .template("{{$title}}the {{{x}}} page{{/title}}\n")
                    .gives("the <i> page\n"),
            spec("Sections")
                    .page("User user", "new User(\"Ann\")", "record User(String name) {}")
                    .template("{{$title}}of {{#user}}{{name}}{{/user}}{{/title}}\n")
                    .gives("of Ann\n"),
            spec("Negative Sections")
                    .page("boolean on, String x", "false, \"X\"")
                    .template("{{$title}}the {{^on}}{{x}}{{/on}} page{{/title}}\n")
                    .gives("the X page\n"),
            spec("Mustache Injection")
                    .page("User user", "new User(\"{{x}}\")", "record User(String name) {}")
                    .template("{{$title}}of {{#user}}{{name}}{{/user}}{{/title}}\n")
                    .gives("of {{x}}\n"),
            spec("Inherit")
                    .template("{{<~base}}{{/~base}}\n")
                    .partial("base", "{{$x}}base{{/x}}")
                    .gives("base"),
            spec("Overridden content")
                    .template("{{<~base}}{{$x}}page{{/x}}{{/~base}}")
                    .partial("base", "({{$x}}base{{/x}})")
                    .gives("(page)"),
            spec("Data does not override block")
                    .page("String x", "\"wrong\"")
                    .template("{{<~base}}{{$x}}page{{/x}}{{/~base}}")
                    .partial("base", "{{$x}}base{{/x}}")
                    .gives("page"),
            spec("Data does not override block default")
                    .page("String x", "\"wrong\"")
                    .template("{{<~base}}{{/~base}}")
                    .partial("base", "{{$x}}base{{/x}}")
                    .gives("base"),
            spec("Overridden parent")
                    .template("a {{<~base}}{{$x}}page{{/x}}{{/~base}}")
                    .partial("base", "{{$x}}-{{/x}}")
                    .gives("a page"),
            spec("Two overridden parents")
                    .template("a {{<~base}}{{$x}}1{{/x}}{{/~base}} {{<~base}}{{$x}}2{{/x}}{{/~base}}\n")
                    .partial("base", "({{$x}}-{{/x}}{{$y}} base{{/y}})")
                    .gives("a (1 base) (2 base)\n"),
            spec("Override parent with newlines")
                    .template("{{<~base}}{{$x}}\na\n\nb\n{{/x}}{{/~base}}")
                    .partial("base", "{{$x}}base{{/x}}")
                    .gives("a\n\nb\n"),
            spec("Inherit indentation")
                    .template("{{<~base}}{{$x}}page{{/x}}{{/~base}}")
                    .partial("base", "a\n\t{{$x}}base{{/x}}\n")
                    .gives("a\n\tpage\n"),
            spec("Only one override")
                    .template("{{<~base}}{{$y}}2{{/y}}{{/~base}}")
                    .partial("base", "{{$x}}one{{/x}}, {{$y}}two{{/y}}")
                    .gives("one, 2"),
            spec("Parent template")
                    .template("{{>~base}} {{<~base}}{{/~base}}")
                    .partial("base", "{{$x}}base{{/x}}")
                    .gives("base base"),
            spec("Recursion")
                    .template("{{<~base}}{{$x}}page{{/x}}{{/~base}}")
                    .partial("base", "{{$x}}base{{/x}} {{$y}}{{<~other}}{{/~other}}{{/y}}")
                    .partial("other", "{{$x}}other{{/x}} {{<~base}}{{$y}}end{{/y}}{{/~base}}")
                    .gives("page page page end"),
            spec("Multi-level inheritance")
                    .template("{{<~parent}}{{$x}}page{{/x}}{{/~parent}}")
                    .partial("parent", OLDER)
                    .partial("older", OLDEST)
                    .partial("oldest", "{{$x}}oldest{{/x}}")
                    .gives("page"),
            spec("Multi-level inheritance, no sub child")
                    .template("{{<~parent}}{{/~parent}}")
                    .partial("parent", OLDER)
                    .partial("older", OLDEST)
                    .partial("oldest", "{{$x}}oldest{{/x}}")
                    .gives("parent"),
            spec("Text inside parent")
                    .template("{{<~base}} text {{$x}}page{{/x}} more text {{/~base}}")
                    .partial("base", "{{$x}}base{{/x}}")
                    .gives("page"),
            spec("Text inside parent")
                    .template("{{<~base}} text and more text {{/~base}}")
                    .partial("base", "{{$x}}base{{/x}}")
                    .gives("base"),
            spec("Block scope")
                    .page("String name, User user", "\"wrong\", new User(\"Ann\")", "record User(String name) {}")
                    .template("{{<~base}}{{$x}}I am {{name}}.{{/x}}{{/~base}}")
                    .partial("base", "{{#user}}{{$x}}You are {{name}}.{{/x}}{{/user}}")
                    .gives("I am Ann."),
            spec("Standalone parent")
                    .template("a\n\t{{<~base}}{{/~base}}\n")
                    .partial("base", "b\nc\n")
                    .gives("a\n\tb\n\tc\n"),
            spec("Standalone block")
                    .template("{{<~base}}{{$x}}\nb\nc{{/x}}\n{{/~base}}\n")
                    .partial("base", "a\n\t{{$x}}{{/x}}\n")
                    .gives("a\n\tb\n\tc\n"),
            spec("Block reindentation")
                    .template("{{<~base}}{{$x}}\n\t\tb\n\t\tc\n{{/x}}{{/~base}}\n")
                    .partial("base", "a\n\t{{$x}}\n\t{{/x}}\n")
                    .gives("a\n\tb\n\tc\n"),
            spec("Intrinsic indentation")
                    .template("{{<~base}}{{$x}}\nb\nc\n{{/x}}{{/~base}}\n")
                    .partial("base", "a\n{{$x}}\n   base\n{{/x}}\n")
                    .gives("a\n   b\n   c\n"),
            spec("Nested block reindentation")
                    .template("{{<~parent}}{{$y}}\nb\n{{/y}}{{/~parent}}\n")
                    .partial("parent", """
                            {{<~older}}{{$x}}
                              a
                              {{$y}}
                                parent
                              {{/y}}
                            {{/x}}{{/~older}}
                            """)
                    .partial("older", "{{$x}}older{{/x}}")
                    .gives("a\n  b\n"));

    private static SpecCase spec(String name) {
        return SpecCase.of("~inheritance", name);
    }
}
