package dev.lodestar.processor;

import java.util.List;
import java.util.stream.Stream;

/**
 * The specification's cases of dynamic names and of lambdas, two of its optional modules. Both use templates that are
 * known only at run time, when there is no compiler.
 */
final class DynamicSpec {
    private DynamicSpec() {}

    static final List<SpecCase> CASES = Stream.concat(dynamicNames(), lambdas()).toList();

    private static Stream<SpecCase> dynamicNames() {
        return Stream.of(
                dynamic("Basic Behavior - Partial", "[{{>*x}}]"),
                dynamic("Basic Behavior - Name Resolution", "[{{>*x}}] {{x}}"),
                dynamic("Context Misses - Partial", "[{{>*gone}}]"),
                dynamic("Failed Lookup - Partial", "[{{>*other}}]"),
                dynamic("Context", "[{{>*x}}{{x}}]"),
                dynamic("Dotted Names", "[{{>*a.x}}]"),
                dynamic("Dotted Names - Operator Precedence", "[{{>*x.a}}]"),
                dynamic("Dotted Names - Failed Lookup", "[{{>*a.gone}}]"),
                dynamic("Dotted names - Context Stacking", "{{#x}}{{>*a.x}}{{/x}}"),
                dynamic("Dotted names - Context Stacking Under Repetition", "{{#list}}{{>*a.x}}{{/list}}"),
                dynamic("Dotted names - Context Stacking Failed Lookup", "{{#list}}{{>*a.gone}}{{/list}}"),
                dynamic("Recursion", "({{#list}}{{>*x}}{{/list}})"),
                dynamic("Dynamic Names - Double Dereferencing", "[{{>**x}}]"),
                dynamic("Dynamic Names - Composed Dereferencing", "[{{>*a.*x}}]"),
                dynamic("Surrounding Whitespace", "( {{>*x}} )"),
                dynamic("Inline Indentation", "\t{{x}}\t{{>*x}}\n"),
                dynamic("Standalone Line Endings", "(\r\n{{>*x}}\r\n)"),
                dynamic("Standalone Without Previous Line", "\t{{>*x}}\nc"),
                dynamic("Standalone Without Newline", "c\n\t{{>*x}}"),
                dynamic("Standalone Indentation", "(\n\t{{>*x}}\n)\n"),
                dynamic("Padding Whitespace", "({{>  * x }})"));
    }

    private static SpecCase dynamic(String name, String template) {
        return SpecCase.of("~dynamic-names", name)
                .page("String x, A a, List<String> list", "\"x\", new A(\"x\"), List.of()", "record A(String x) {}")
                .template(template)
                .isRefused("The name of a template cannot be a value, since templates are compiled");
    }

    private static Stream<SpecCase> lambdas() {
        return Stream.of(
                value("Interpolation", "[{{f}}]"),
                value("Interpolation - Expansion", "{{f}}"),
                value("Interpolation - Alternate Delimiters", "{{= % % =}}\n[%&f%]"),
                value("Interpolation - Multiple Calls", "{{{f}}}"),
                value("Escaping", "({{f}})"),
                section("Section", "[{{#f}}{{x}}{{/f}}]"),
                section("Section - Expansion", "[{{#f}}-{{/f}}]"),
                section("Section - Alternate Delimiters", "{{= % % =}}[%#f%-%/f%]"),
                section("Section - Multiple Calls", "{{#f}}a{{/f}}"),
                section("Inverted Section", "[{{^f}}{{x}}{{/f}}]"));
    }

    private static SpecCase value(String name, String template) {
        return SpecCase.of("~lambdas", name)
                .page("java.util.function.Supplier<String> f", "() -> \"f\"")
                .template(template)
                .isRefused("which cannot be written as text. Make it a String, ");
    }

    private static SpecCase section(String name, String template) {
        return SpecCase.of("~lambdas", name)
                .page("java.util.function.UnaryOperator<String> f, String x", "text -> text, \"x\"")
                .template(template)
                .isRefused("A section needs something that can be missing, false or empty, but f is ");
    }
}
