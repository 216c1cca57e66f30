package dev.lodestar.processor.template.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "{{a}}                  → a@1:1",
                "x{{ a.b }}             → 'x'@1:1 a.b@1:2",
                "{{.}}                  → .@1:1",
                "{{{ a }}}b             → {a}@1:1 'b'@1:10",
                "{{& a }}               → {a}@1:1",
                "x{{! c }}y             → 'x'@1:1 'y'@1:10",
                "x {{> row }}           → 'x '@1:1 >row@1:3",
                "{{#a}}b{{/a}}          → #a@1:1[ 'b'@1:7 ]",
                "{{ # a }}b{{/a}}       → #a@1:1[ 'b'@1:10 ]",
                "{{^a}}{{b}}{{/a}}      → ^a@1:1[ b@1:7 ]",
                "{{#a}}{{#b}}x{{/b}}{{/a}} → #a@1:1[ #b@1:7[ 'x'@1:13 ] ]",
                "{{action:counter/inc}} → action:counter/inc@1:1",
                "{{ asset:app.css }}    → asset:app.css@1:1",
                "{{view:/}}             → view:/@1:1",
                "{{=<% %>=}}<%a%>{{b}}  → a@1:12 '{{b}}'@1:17",
                "{{=<% %>=}}<%{a}%>     → {a}@1:12",
                "{{= | | =}}|a||&b|     → a@1:12 {b}@1:15",
                "{{#a}}{{=<% %>=}}<%/a%><%b%>{{c}} → #a@1:1[ ] b@1:24 '{{c}}'@1:29",
                "{{=| |=}}|#a||=<% %>=|<%#b%><%=[ ]=%>[/b][/a][c] → #a@1:10[ #b@1:23[ ] ] c@1:46",
                "{{=| |=}}|#a||={{ }}=|{{/a}}{{b}}|c| → #a@1:10[ ] b@1:29 '|c|'@1:34",
                "{{$a}}b{{/a}}          → $a@1:1[ 'b'@1:7 ]",
                "{{<p}}x{{$a}}b{{/a}}y{{/p}} → <p@1:1[ $a@1:8[ 'b'@1:14 ] ]",
                "{a} } { {{a}}          → '{a} } { '@1:1 a@1:9",
            })
    void findsTagsAndTheirPlaces(String template, String nodes) {
        assertEquals(nodes.strip(), described(parse(template).nodes()));
    }

    @Test
    void countsLinesAndColumnsFromOne() {
        assertEquals(
                "'a\r\nb'@1:1 c@2:2 '\n '@2:7 #d@3:2[ 'x\n'@3:8 e@4:1 '\n'@4:6 ] 'y'@6:1",
                described(parse("a\r\nb{{c}}\n {{#d}}x\n{{e}}\n{{/d}}\ny").nodes()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a\\n {{#s}} \\nb\\n\\t{{/s}}\\nc→'a\\n' #s[ 'b\\n' ] 'c'",
                "{{#s}}\\r\\nb\\r\\n{{/s}}\\r\\nc→#s[ 'b\\r\\n' ] 'c'",
                "a\\n  {{! c }}\\nb→'a\\n' 'b'",
                "a\\n{{! c\\nd }}\\nb→'a\\n' 'b'",
                "  {{! c }}→",
                "a\\n  {{^s}}\\n{{/s}}→'a\\n' ^s[ ]",
                "a {{! c }}\\nb→'a ' '\\nb'",
                " {{#s}}x{{/s}}\\n→' ' #s[ 'x' ] '\\n'",
                "{{#s}}{{/s}}\\n→#s[ ] '\\n'",
                " {{a}}\\n→' ' a '\\n'",
                "a\\n {{=<% %>=}} \\nb→'a\\n' 'b'",
                "  {{>p}}\\nb→>p(2) 'b'",
                "a {{>p}}\\nb→'a ' >p '\\nb'",
                "{{>p}}→>p",
                " {{$a}}\\nb\\n {{/a}}\\nc→$a[ 'b\\n' ] 'c'",
                "{{$a}}\\n  b\\n    c\\n{{/a}}\\n→$a(2)[ '  b\\n    c\\n' ]",
                "  {{$a}}b{{/a}}\\nc→$a(2)[ '  ' 'b' ] '\\nc'",
                "x {{$a}}b{{/a}}\\n→'x ' $a[ 'b' ] '\\n'",
                "x\\n  {{<p}} {{/p}}\\ny→'x\\n' <p(2)[ ] 'y'",
                "x\\n{{<p}}\\n  {{$a}}\\n  b\\n  {{/a}}\\n{{/p}}\\ny→'x\\n' <p[ $a(2)[ '  b\\n' ] ] 'y'",
                " {{<p}}{{/p}} y→' ' <p[ ] ' y'",
            })
    void dropsTheLineOfATagThatIsAloneOnIt(String template, String nodes) {
        String source = template.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
        String described = described(parse(source).nodes()).replaceAll("@\\d+:\\d+", "");
        assertEquals(nodes == null ? "" : nodes, described.replace("\n", "\\n").replace("\r", "\\r"));
    }

    @Test
    void indentsAPartialButNotItsPositions() {
        Source source = new Source("p.mustache", "a{{x}}\n\n{{y}}").indented("  ");
        assertEquals("  a{{x}}\n\n  {{y}}", source.text());
        assertEquals(
                "'  a'@1:1 x@1:2 '\n\n  '@1:7 y@3:1",
                described(TemplateParser.parse(source).nodes()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "a{{#s}}b        → 1:2: The section s is never closed. Write {{/s}} where it ends.",
                "{{#a}}{{#b}}{{/a}}{{/b}} → 1:13: This closes a, but the section that is open here is b, from line 1. Close"
                        + " that first, with {{/b}}.",
                "x{{/a}}         → 1:2: This closes a, but no section is open here.",
                "x {{name        → 1:3: This tag is never closed. Write }} where it ends. To show {{ in a page, choose other"
                        + " delimiters before it, as in {{=<% %>=}}.",
                "x {{! name }    → 1:3: This tag is never closed. Write }} where it ends. To show {{ in a page, choose other"
                        + " delimiters before it, as in {{=<% %>=}}.",
                "{{#name         → 1:1: This tag is never closed. Write }} where it ends. To show {{ in a page, choose other"
                        + " delimiters before it, as in {{=<% %>=}}.",
                "{{}}            → 1:1: This tag is empty. Write the name of a component of the record between the braces.",
                "{{ }}           → 1:1: This tag is empty. Write the name of a component of the record between the braces.",
                "{{#}}           → 1:1: This tag is empty. Write the name of a component of the record between the braces.",
                "{{{ }}}         → 1:1: This tag is empty. Write the name of a component of the record between the braces.",
                "{{{a}}          → 1:1: This tag begins with three braces but does not end with three.",
                "{{=<%=}}        → 1:1: Change delimiters as in {{=<% %>=}}: one or two characters that open a tag, a"
                        + " space, and one or two that close it.",
                "{{$a}}          → 1:1: The block a is never closed. Write {{/a}} where it ends.",
                "{{<p}}{{$a}}{{/p}}{{/a}} → 1:13: This closes p, but the block that is open here is a, from line 1. Close that"
                        + " first, with {{/a}}.",
                "{{<p}}{{$a}}{{/a}}{{$a}}{{/a}}{{/p}} → 1:19: The block a is filled twice between {{<p}} and {{/p}}. Fill it"
                        + " once.",
                "{{<p}}{{$a}}{{/a}}{{b}}{{/p}} → 1:19: Only blocks are allowed between {{<p}} and {{/p}}, as in"
                        + " {{$title}}…{{/title}}. Put this tag in one of the blocks of p.",
                "{{>*a}}         → 1:1: The name of a template cannot be a value, since templates are compiled before"
                        + " values are known. Choose between them with sections, as in"
                        + " {{#isImage}}{{>image}}{{/isImage}}.",
                "{{<*a}}{{/*a}}  → 1:1: The name of a template cannot be a value, since templates are compiled before"
                        + " values are known. Choose between them with sections, as in"
                        + " {{#isImage}}{{>image}}{{/isImage}}.",
                "{{%A}}          → 1:1: Pragmas are not supported. Remove this tag.",
                "{{?a}}{{/a}}    → 1:1: There is no tag {{?a}}. Write {{#a}}.",
            })
    void reportsWhereAndWhyATemplateCannotBeParsed(String template, String expected) {
        List<Fault> faults = parse(template).faults();
        assertEquals(
                List.of(expected.strip()),
                faults.stream()
                        .map(fault -> fault.line() + ":" + fault.column() + ": " + fault.message())
                        .toList());
    }

    @Test
    void reportsEveryUnsupportedTag() {
        assertEquals(2, parse("{{>*a}}\n{{%B}}").faults().size());
    }

    private static Parsed parse(String template) {
        return TemplateParser.parse(new Source("t.mustache", template));
    }

    private static String described(List<? extends Node> nodes) {
        return nodes.stream().map(TemplateParserTest::described).collect(Collectors.joining(" "));
    }

    private static String described(Node node) {
        String place = "@" + node.position().line() + ":" + node.position().column();
        return node.accept(new Node.Visitor<>() {
            @Override
            public String text(Node.Text text) {
                return "'" + text.text() + "'" + place;
            }

            @Override
            public String variable(Node.Variable variable) {
                return (variable.escaped() ? variable.name() : "{" + variable.name() + "}") + place;
            }

            @Override
            public String link(Node.Link link) {
                return link.reference() + place;
            }

            @Override
            public String section(Node.Section section) {
                return (section.inverted() ? "^" : "#") + section.name() + place + body(section.body());
            }

            @Override
            public String partial(Node.Partial partial) {
                return ">" + partial.name() + width(partial.indentation()) + place;
            }

            @Override
            public String parent(Node.Parent parent) {
                String indentation = width(parent.partial().indentation());
                return "<" + parent.partial().name() + indentation + place + body(parent.fills());
            }

            @Override
            public String block(Node.Block block) {
                return "$" + block.name() + width(block.indentation()) + place + body(block.body());
            }

            private String width(String indentation) {
                return indentation.isEmpty() ? "" : "(" + indentation.length() + ")";
            }

            private String body(List<? extends Node> nodes) {
                return nodes.isEmpty() ? "[ ]" : "[ " + described(nodes) + " ]";
            }
        });
    }
}
