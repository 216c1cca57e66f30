package dev.lodestar.processor;

import java.util.List;

/** The specification's cases of values. */
final class InterpolationSpec {
    private static final String MISS = "Nothing here is called ";
    private static final String SIGNS = "\"<&>\\\"\"";

    private InterpolationSpec() {}

    static final List<SpecCase> CASES = List.of(
            spec("No Interpolation").template("Tea {or} coffee?\n").gives("Tea {or} coffee?\n"),
            spec("Basic Interpolation")
                    .page("String drink", "\"tea\"")
                    .template("One {{drink}}, please.\n")
                    .gives("One tea, please.\n"),
            spec("No Re-interpolation")
                    .page("String a, String b", "\"{{b}}\", \"B\"")
                    .template("{{a}} {{b}}")
                    .gives("{{b}} B"),
            spec("HTML Escaping")
                    .page("String signs", SIGNS)
                    .template("Escaped: {{signs}}\n")
                    .gives("Escaped: &lt;&amp;&gt;&#34;\n"),
            spec("Triple Mustache")
                    .page("Html signs", "Html.raw(" + SIGNS + ")")
                    .template("As it is: {{{signs}}}\n")
                    .gives("As it is: <&>\"\n"),
            spec("Ampersand")
                    .page("Html signs", "Html.raw(" + SIGNS + ")")
                    .template("As it is: {{&signs}}\n")
                    .gives("As it is: <&>\"\n"),
            spec("Basic Integer Interpolation")
                    .page("int age", "42")
                    .template("'{{age}} years'")
                    .gives("'42 years'"),
            spec("Triple Mustache Integer Interpolation")
                    .page("int age", "42")
                    .template("'{{{age}}} years'")
                    .gives("'42 years'"),
            spec("Ampersand Integer Interpolation")
                    .page("Integer age", "42")
                    .template("'{{&age}} years'")
                    .gives("'42 years'"),
            spec("Basic Decimal Interpolation")
                    .page("double price", "3.50")
                    .template("'{{price}} euros'")
                    .gives("'3.5 euros'"),
            spec("Triple Mustache Decimal Interpolation")
                    .page("double price", "3.50")
                    .template("'{{{price}}} euros'")
                    .gives("'3.5 euros'"),
            spec("Ampersand Decimal Interpolation")
                    .page("float price", "3.50f")
                    .template("'{{&price}} euros'")
                    .gives("'3.5 euros'"),
            spec("Basic Null Interpolation")
                    .page("String gone", "null")
                    .template("[{{gone}}]")
                    .gives("[]"),
            spec("Triple Mustache Null Interpolation")
                    .page("Html gone", "null")
                    .template("[{{{gone}}}]")
                    .gives("[]"),
            spec("Ampersand Null Interpolation")
                    .page("Integer gone", "null")
                    .template("[{{&gone}}]")
                    .gives("[]"),
            // A name that the record does not have is a misspelling.
            spec("Basic Context Miss Interpolation").template("[{{gone}}]").isRefused(MISS + "gone"),
            spec("Triple Mustache Context Miss Interpolation")
                    .template("[{{{gone}}}]")
                    .isRefused(MISS + "gone"),
            spec("Ampersand Context Miss Interpolation").template("[{{&gone}}]").isRefused(MISS + "gone"),
            spec("Dotted Names - Basic Interpolation")
                    .page("User user", "new User(\"Ann\")", "record User(String name) {}")
                    .template("{{user.name}} = {{#user}}{{name}}{{/user}}")
                    .gives("Ann = Ann"),
            spec("Dotted Names - Triple Mustache Interpolation")
                    .page("User user", "new User(Html.raw(\"<b>\"))", "record User(Html name) {}")
                    .template("{{{user.name}}} = {{#user}}{{{name}}}{{/user}}")
                    .gives("<b> = <b>"),
            spec("Dotted Names - Ampersand Interpolation")
                    .page("User user", "new User(Html.raw(\"<b>\"))", "record User(Html name) {}")
                    .template("{{&user.name}} = {{#user}}{{&name}}{{/user}}")
                    .gives("<b> = <b>"),
            spec("Dotted Names - Arbitrary Depth")
                    .page(
                            "A a",
                            "new A(new B(new C(new D(new E(\"deep\")))))",
                            "record A(B b) {}",
                            "record B(C c) {}",
                            "record C(D d) {}",
                            "record D(E e) {}",
                            "record E(String name) {}")
                    .template("{{a.b.c.d.e.name}}")
                    .gives("deep"),
            spec("Dotted Names - Broken Chains")
                    .page("A a", "new A(null)", "record A(B b) {}", "record B(String c) {}")
                    .template("[{{a.b.c}}]")
                    .gives("[]"),
            spec("Dotted Names - Broken Chain Resolution")
                    .page(
                            "A a, C c",
                            "new A(Optional.empty()), new C(\"wrong\")",
                            "record A(Optional<B> b) {}",
                            "record B(C c) {}",
                            "record C(String name) {}")
                    .template("[{{a.b.c.name}}]")
                    .gives("[]"),
            spec("Dotted Names - Initial Resolution")
                    .page(
                            "A a, B b",
                            "new A(new B(\"right\")), new B(\"wrong\")",
                            "record A(B b) {}",
                            "record B(String name) {}")
                    .template("{{#a}}{{b.name}}{{/a}}")
                    .gives("right"),
            spec("Dotted Names - Context Precedence")
                    .page(
                            "A a, C b",
                            "new A(new B()), new C(\"wrong\")",
                            "record A(B b) {}",
                            "record B() {}",
                            "record C(String c) {}")
                    .template("{{#a}}{{b.c}}{{/a}}")
                    .isRefused("B has no component c."),
            // No component has a dot in its name.
            spec("Dotted Names are never single keys").template("{{a.b}}").isRefused(MISS + "a"),
            spec("Dotted Names - No Masking")
                    .page("A a", "new A(\"right\")", "record A(String b) {}")
                    .template("{{a.b}}")
                    .gives("right"),
            // The top is always a record, so the value comes from a section here.
            spec("Implicit Iterators - Basic Interpolation")
                    .page("String drink", "\"tea\"")
                    .template("{{#drink}}One {{.}}.{{/drink}}\n")
                    .gives("One tea.\n"),
            spec("Implicit Iterators - HTML Escaping")
                    .page("String signs", SIGNS)
                    .template("{{#signs}}Escaped: {{.}}{{/signs}}\n")
                    .gives("Escaped: &lt;&amp;&gt;&#34;\n"),
            spec("Implicit Iterators - Triple Mustache")
                    .page("Html signs", "Html.raw(" + SIGNS + ")")
                    .template("{{#signs}}As it is: {{{.}}}{{/signs}}\n")
                    .gives("As it is: <&>\"\n"),
            spec("Implicit Iterators - Ampersand")
                    .page("Html signs", "Html.raw(" + SIGNS + ")")
                    .template("{{#signs}}As it is: {{&.}}{{/signs}}\n")
                    .gives("As it is: <&>\"\n"),
            spec("Implicit Iterators - Basic Integer Interpolation")
                    .page("Optional<Integer> age", "Optional.of(42)")
                    .template("{{#age}}'{{.}} years'{{/age}}")
                    .gives("'42 years'"),
            spec("Interpolation - Surrounding Whitespace")
                    .page("String x", "\"=\"")
                    .template("( {{x}} )")
                    .gives("( = )"),
            spec("Triple Mustache - Surrounding Whitespace")
                    .page("Html x", "Html.raw(\"=\")")
                    .template("( {{{x}}} )")
                    .gives("( = )"),
            spec("Ampersand - Surrounding Whitespace")
                    .page("Html x", "Html.raw(\"=\")")
                    .template("( {{&x}} )")
                    .gives("( = )"),
            spec("Interpolation - Standalone")
                    .page("String x", "\"=\"")
                    .template("\t{{x}}\n")
                    .gives("\t=\n"),
            spec("Triple Mustache - Standalone")
                    .page("Html x", "Html.raw(\"=\")")
                    .template("\t{{{x}}}\n")
                    .gives("\t=\n"),
            spec("Ampersand - Standalone")
                    .page("Html x", "Html.raw(\"=\")")
                    .template("\t{{&x}}\n")
                    .gives("\t=\n"),
            spec("Interpolation With Padding")
                    .page("String x", "\"=\"")
                    .template("({{  x }})")
                    .gives("(=)"),
            spec("Triple Mustache With Padding")
                    .page("Html x", "Html.raw(\"=\")")
                    .template("({{{  x }}})")
                    .gives("(=)"),
            spec("Ampersand With Padding")
                    .page("Html x", "Html.raw(\"=\")")
                    .template("({{&  x }})")
                    .gives("(=)"));

    private static SpecCase spec(String name) {
        return SpecCase.of("interpolation", name);
    }
}
