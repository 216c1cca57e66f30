package dev.lodestar.processor;

import java.util.List;

/** The specification's cases of sections. */
final class SectionsSpec {
    private SectionsSpec() {}

    static final List<SpecCase> CASES = List.of(
            spec("Truthy").on(true).template("[{{#on}}lit{{/on}}]").gives("[lit]"),
            spec("Falsey").on(false).template("[{{#on}}lit{{/on}}]").gives("[]"),
            spec("Null is falsey")
                    .page("Boolean on", "null")
                    .template("[{{#on}}lit{{/on}}]")
                    .gives("[]"),
            spec("Context")
                    .page("User user", "new User(\"Ann\")", "record User(String name) {}")
                    .template("[{{#user}}I am {{name}}.{{/user}}]")
                    .gives("[I am Ann.]"),
            spec("Parent contexts")
                    .page(
                            "String x, String y, Inner inner, Other other",
                            "\"1\", \"wrong\", new Inner(\"2\"), new Other(\"3\")",
                            "record Inner(String y) {}",
                            "record Other(String z) {}")
                    .template("{{#inner}}{{x}} {{y}} {{other.z}}{{/inner}}")
                    .gives("1 2 3"),
            spec("Variable test")
                    .page("String name", "\"Ann\"")
                    .template("{{#name}}{{.}} = {{name}}{{/name}}")
                    .gives("Ann = Ann"),
            spec("List Contexts")
                    .page(
                            "List<Top> tops",
                            "List.of(new Top(new Name(\"T\", \"t\"), List.of(new Middle(\"2\","
                                    + " List.of(new Bottom(\"p\"), new Bottom(\"q\"))))))",
                            "record Top(Name top, List<Middle> middles) {}",
                            "record Name(String large, String small) {}",
                            "record Middle(String middle, List<Bottom> bottoms) {}",
                            "record Bottom(String bottom) {}")
                    .template(
                            "{{#tops}}{{#middles}}{{top.small}}{{middle}};{{#bottoms}}{{top.large}}{{middle}}{{bottom}};"
                                    + "{{/bottoms}}{{/middles}}{{/tops}}")
                    .gives("t2;T2p;T2q;"),
            spec("Deeply Nested Contexts")
                    .page(
                            "A a, B b, C c",
                            "new A(1), new B(2), new C(3, new D(4, Optional.of(5)))",
                            "record A(int one) {}",
                            "record B(int two) {}",
                            "record C(int three, D d) {}",
                            "record D(int four, Optional<Integer> five) {}")
                    .template("""
                            {{#a}}
                            {{one}}
                            {{#b}}
                            {{two}}{{one}}
                            {{#c}}
                            {{three}}{{two}}{{one}}
                            {{#d}}
                            {{four}}{{three}}{{two}}{{one}}
                            {{#five}}
                            {{five}}{{.}}{{four}}{{three}}{{two}}{{one}}
                            {{/five}}
                            {{four}}{{one}}
                            {{/d}}
                            {{three}}{{one}}
                            {{/c}}
                            {{two}}{{one}}
                            {{/b}}
                            {{one}}
                            {{/a}}
                            """)
                    .gives("1\n21\n321\n4321\n554321\n41\n31\n21\n1\n"),
            spec("List")
                    .page(
                            "List<Item> items",
                            "List.of(new Item(\"a\"), new Item(\"b\"), new Item(\"c\"))",
                            "record Item(String id) {}")
                    .template("[{{#items}}{{id}}{{/items}}]")
                    .gives("[abc]"),
            spec("Empty List")
                    .page("List<String> items", "List.of()")
                    .template("[{{#items}}some{{/items}}]")
                    .gives("[]"),
            spec("Doubled")
                    .page("boolean on, String name", "true, \"two\"")
                    .template("{{#on}}\n- one\n{{/on}}\n- {{name}}\n{{#on}}\n- three\n{{/on}}\n")
                    .gives("- one\n- two\n- three\n"),
            spec("Nested (Truthy)")
                    .on(true)
                    .template("1{{#on}}2{{#on}}3{{/on}}4{{/on}}5")
                    .gives("12345"),
            spec("Nested (Falsey)")
                    .on(false)
                    .template("1{{#on}}2{{#on}}3{{/on}}4{{/on}}5")
                    .gives("15"),
            spec("Context Misses").template("[{{#gone}}x{{/gone}}]").isRefused("Nothing here is called gone."),
            spec("Implicit Iterator - String")
                    .page("List<String> items", "List.of(\"x\", \"y\", \"z\")")
                    .template("{{#items}}[{{.}}]{{/items}}")
                    .gives("[x][y][z]"),
            spec("Implicit Iterator - Integer")
                    .page("Set<Integer> items", "new TreeSet<>(Set.of(1, 2, 3))")
                    .template("{{#items}}[{{.}}]{{/items}}")
                    .gives("[1][2][3]"),
            spec("Implicit Iterator - Decimal")
                    .page("double[] items", "new double[] {0.50, 1.25}")
                    .template("{{#items}}[{{.}}]{{/items}}")
                    .gives("[0.5][1.25]"),
            spec("Implicit Iterator - Array")
                    .page("List<String[]> items", "List.of(new String[] {\"1\", \"2\"}, new String[] {\"a\", \"b\"})")
                    .template("{{#items}}[{{#.}}{{.}}{{/.}}]{{/items}}")
                    .gives("[12][ab]"),
            spec("Implicit Iterator - HTML Escaping")
                    .page("List<String> items", "List.of(\"<\", \"&\", \">\", \"\\\"\")")
                    .template("{{#items}}[{{.}}]{{/items}}")
                    .gives("[&lt;][&amp;][&gt;][&#34;]"),
            spec("Implicit Iterator - Triple mustache")
                    .page("List<Html> items", "List.of(Html.raw(\"<\"), Html.raw(\"&\"))")
                    .template("{{#items}}[{{{.}}}]{{/items}}")
                    .gives("[<][&]"),
            spec("Implicit Iterator - Ampersand")
                    .page("List<Html> items", "List.of(Html.raw(\"<\"), Html.raw(\"&\"))")
                    .template("{{#items}}[{{&.}}]{{/items}}")
                    .gives("[<][&]"),
            // The top is a record, never a list, so the list is inside one.
            spec("Implicit Iterator - Root-level")
                    .page("List<Item> items", "List.of(new Item(\"a\"), new Item(\"b\"))", "record Item(String id) {}")
                    .template("{{#items}}{{#.}}[{{id}}]{{/.}}{{/items}}")
                    .gives("[a][b]"),
            spec("Dotted Names - Truthy")
                    .chain("new A(new B(true))")
                    .template("[{{#a.b.c}}here{{/a.b.c}}]")
                    .gives("[here]"),
            spec("Dotted Names - Falsey")
                    .chain("new A(new B(false))")
                    .template("[{{#a.b.c}}here{{/a.b.c}}]")
                    .gives("[]"),
            spec("Dotted Names - Broken Chains")
                    .chain("new A(null)")
                    .template("[{{#a.b.c}}here{{/a.b.c}}]")
                    .gives("[]"),
            spec("Surrounding Whitespace")
                    .on(true)
                    .template(" ( {{#on}}\t=\t{{/on}} ) \n")
                    .gives(" ( \t=\t ) \n"),
            spec("Internal Whitespace")
                    .on(true)
                    .template(" ( {{#on}} {{! kept }}\n {{/on}} ) \n")
                    .gives(" (  \n  ) \n"),
            spec("Indented Inline Sections")
                    .on(true)
                    .template(" {{#on}}A{{/on}}\n {{#on}}B{{/on}}\n")
                    .gives(" A\n B\n"),
            spec("Standalone Lines")
                    .on(true)
                    .template("a\n{{#on}}\nb\n{{/on}}\nc\n")
                    .gives("a\nb\nc\n"),
            spec("Indented Standalone Lines")
                    .on(true)
                    .template("a\n\t {{#on}}\nb\n\t {{/on}}\nc\n")
                    .gives("a\nb\nc\n"),
            spec("Standalone Line Endings")
                    .on(true)
                    .template("(\r\n{{#on}}\r\n{{/on}}\r\n)")
                    .gives("(\r\n)"),
            spec("Standalone Without Previous Line")
                    .on(true)
                    .template("\t{{#on}}\na{{/on}}\nb")
                    .gives("a\nb"),
            spec("Standalone Without Newline")
                    .on(true)
                    .template("a{{#on}}\nb\n\t{{/on}}")
                    .gives("a\nb\n"),
            spec("Padding").on(true).template("({{#  on }}={{/  on }})").gives("(=)"));

    private static SpecCase spec(String name) {
        return SpecCase.of("sections", name);
    }
}
