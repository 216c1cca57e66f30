package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapingTest {
    private static final TemplateFixture PAGE = TemplateFixture.page(
            "String x, String js, int n, boolean b, char c, Color e, Optional<Integer> none, String gone, Html h,"
                    + " List<String> xs, Optional<User> nobody, String picture, String list",
            "\"</p>'\\\"&`\", \"javascript:alert(1)\", -5, true, '\\'', Color.RED, Optional.empty(), null,"
                    + " Html.raw(\"<b>\"), List.of(\"1\", \"2\"), Optional.empty(), \"data:image/png;base64,iVBOR/+=\", \"/a b,&c\"",
            "enum Color { RED }",
            "record User(String name, int age) {}");

    private static final String TEXT = "&lt;/p&gt;&#39;&#34;&amp;`";
    private static final String SCRIPT = "\\u003c\\u002fp\\u003e\\u0027\\u0022\\u0026\\u0060";

    @Test
    void escapesAValueForItsPlace() {
        String[] cases = {
            // Text
            "<p>{{x}}</p> → <p>TEXT</p>",
            "1 < 2 {{x}} <3 {{h}} → 1 < 2 TEXT <3 <b>",
            "<!DOCTYPE html><!-- > -- --><p>{{h}} → <!DOCTYPE html><!-- > -- --><p><b>",
            "<!--><p>{{h}} → <!--><p><b>",
            "<title>{{x}}</title>{{h}} → <title>TEXT</title><b>",
            "<textarea>x{{x}}<p></textarea>{{h}} → <textarea>xTEXT<p></textarea><b>",
            "<script>if (a < b) '</scrip>'</Script >{{h}} → <script>if (a < b) '</scrip>'</Script ><b>",
            "<style>a > b {}</style>{{h}} → <style>a > b {}</style><b>",
            "<br/>{{h}}</br>{{h}} → <br/><b></br><b>",
            // Attributes
            "<p title=\"a {{x}} b\" id='{{x}}'>{{h}} → <p title=\"a TEXT b\" id='TEXT'><b>",
            "<p title = \"{{x}}\"id=\"{{n}}\"/>{{h}} → <p title = \"TEXT\"id=\"-5\"/><b>",
            "<p x y=1 z>{{h}} → <p x y=1 z><b>",
            "<p data-id=\"{{x}}\" data-bind=\"{{x}}\" aria-label=\"{{x}}\"> → <p data-id=\"TEXT\" data-bind=\"TEXT\""
                    + " aria-label=\"TEXT\">",
            "<p title=\"> {{x}}\"> → <p title=\"> TEXT\">",
            "<p class=\"a{{#b}} b{{/b}}\"{{#b}} hidden{{/b}}{{^b}} title=\"y\"{{/b}} {{#b}}x{{/b}}>{{h}} → <p class=\"a b\""
                    + " hidden x><b>",
            "<input{{#b}} checked{{/b}}> <option{{#b}} selected{{/b}} value=1> → <input checked> <option selected value=1>",
            "<p title=\"a&b&amp;{{x}}&{{x}}\"> → <p title=\"a&b&amp;TEXT&TEXT\">",
            // Styles
            "<p style=\"width: {{n}}%; color: {{x}}\">{{h}} → <p style=\"width: -5%; color: refused\"><b>",
            // URLs
            "<a href=\"{{x}}\"> → <a href=\"TEXT\">",
            "<a HREF='{{js}}' src=\"{{js}}\"> → <a HREF='about:invalid#lodestar' src=\"about:invalid#lodestar\">",
            "<form action=\"{{js}}\"><b formaction=\"{{js}}\"> → <form action=\"about:invalid#lodestar\"><b"
                    + " formaction=\"about:invalid#lodestar\">",
            "<a href=\"/{{js}}\"> → <a href=\"/javascript:alert(1)\">",
            "<a href=\"?q={{x}}&n={{n}}#{{x}}\"> → <a href=\"?q=%3C%2Fp%3E%27%22%26%60&n=-5#TEXT\">",
            "<a href=\"/a{{#b}}?q={{x}}{{/b}}{{x}}\"> → <a href=\"/a?q=%3C%2Fp%3E%27%22%26%60TEXT\">",
            "<a href=\"https://h/{{js}}\"> → <a href=\"https://h/javascript:alert(1)\">",
            "<a href=\"mailto:{{x}}\"> → <a href=\"mailto:TEXT\">",
            "<a href=\"x{{js}}\"> → <a href=\"xabout:invalid#lodestar\">",
            "<a href=\"{{n}}{{js}}\"> → <a href=\"-5about:invalid#lodestar\">",
            "<a href=\"{{#b}}/{{/b}}{{js}}\"> → <a href=\"/about:invalid#lodestar\">",
            "<a href=\"{{view:/todos}}{{js}}\"> → <a href=\"/todosjavascript:alert(1)\">",
            "<a href=\"{{c}}{{e}}{{gone}}\"> → <a href=\"&#39;RED\">",
            "<use xlink:href=\"{{js}}\"/> → <use xlink:href=\"about:invalid#lodestar\"/>",
            "<a href=\"{{picture}}\"> → <a href=\"data:image/png;base64,iVBOR/+=\">",
            "<img srcset=\"{{list}} 2x, {{js}}, /a/{{list}} {{n}}w, ?q={{list}}\"> → <img srcset=\"/a%20b%2C&amp;c 2x,"
                    + " about:invalid#lodestar, /a//a%20b%2C&amp;c -5w, ?q=%2Fa%20b%2C%26c\">",
            "<meta name=\"description\" content=\"{{x}}\"> → <meta name=\"description\" content=\"TEXT\">",
            "<meta http-equiv=\"refresh\" content=\"5\"> → <meta http-equiv=\"refresh\" content=\"5\">",
            "<script src=\"{{asset:app.css}}\"></script> → <script src=\"/assets/3f/app.css\"></script>",
            "<p title=\"&quot={{x}}\" data-show=\"'&quot={{n}}' + &#39;{{n}}&#39\"> → <p title=\"&quot=TEXT\""
                    + " data-show=\"'&quot=-5' + &#39;-5&#39\">",
            // Expressions, outside literals
            "<i data-on:click=\"f({{x}})\"> → <i data-on:click=\"f(&#39;SCRIPT&#39;)\">",
            "<i data-text='{{x}}'> → <i data-text='&#39;SCRIPT&#39;'>",
            "<i data-on:click__debounce.500ms=\"{{n}}+{{b}}\"> → <i data-on:click__debounce.500ms=\"-5+true\">",
            "<i data-init=\"{{c}}+{{e}}\"> → <i data-init=\"&#39;\\u0027&#39;+&#39;RED&#39;\">",
            "<i data-effect=\"{{none}}+{{gone}}+{{nobody.age}}+{{nobody.name}}\"> → <i"
                    + " data-effect=\"null+null+null+null\">",
            "<i data-signals=\"{a: {{n}}, b: {{x}}}\"> → <i data-signals=\"{a: -5, b: &#39;SCRIPT&#39;}\">",
            "<i data-signals:a=\"{{x}}\" data-computed:c=\"{{n}}\"> → <i data-signals:a=\"&#39;SCRIPT&#39;\""
                    + " data-computed:c=\"-5\">",
            "<i data-class:on=\"{{b}}\" data-attr=\"{x: {{b}}}\" data-style:w=\"{{n}}\" data-show=\"{{b}}\" data-attr:title=\"{{n}}\"> → <i"
                    + " data-class:on=\"true\" data-attr=\"{x: true}\" data-style:w=\"-5\" data-show=\"true\" data-attr:title=\"-5\">",
            "<i data-on-interval=\"{{x}}\" data-on-intersect__once=\"{{x}}\" data-on-signal-patch=\"{{n}}\"> → <i"
                    + " data-on-interval=\"&#39;SCRIPT&#39;\" data-on-intersect__once=\"&#39;SCRIPT&#39;\""
                    + " data-on-signal-patch=\"-5\">",
            "<i data-show=\"$todo{{n}} && m[{{x}}]\"> → <i data-show=\"$todo-5 && m[&#39;SCRIPT&#39;]\">",
            "<i data-show=\"'a\\'' + {{n}} + {{x}}\"> → <i data-show=\"'a\\'' + -5 + &#39;SCRIPT&#39;\">",
            "<i data-show=\"a / b / {{x}} + c/{{n}}\"> → <i data-show=\"a / b / &#39;SCRIPT&#39; + c/-5\">",
            "<i data-show=\"x.replace(/['/]/, {{x}})\"> → <i data-show=\"x.replace(/['/]/, &#39;SCRIPT&#39;)\">",
            "<i data-show=\"/* don't */ {{x}}\"> → <i data-show=\"/* don't */ &#39;SCRIPT&#39;\">",
            "<i data-show=\"`${ {{x}} }` + {{n}}\"> → <i data-show=\"`${ &#39;SCRIPT&#39; }` + -5\">",
            "<i data-show='[{{#xs}}{{.}},{{/xs}}]'> → <i data-show='[&#39;1&#39;,&#39;2&#39;,]'>",
            "<i data-show=\"{{#b}}$a || {{/b}}{{n}}\"> → <i data-show=\"$a || -5\">",
            "<i data-star-text=\"{{x}}\" data-star-rating=\"{{x}}\"> → <i data-star-text=\"&#39;SCRIPT&#39;\""
                    + " data-star-rating=\"TEXT\">",
            "<i data-show=\"({{#b}}$a{{/b}}) / {{n}}\"> → <i data-show=\"($a) / -5\">",
            "<i data-show=\"a // b\u2028 + {{x}}\"> → <i data-show=\"a // b\u2028 + &#39;SCRIPT&#39;\">",
            "<i data-show=\"a /* b */ / {{n}}\"> → <i data-show=\"a /* b */ / -5\">",
            "<i data-on:click=\"return /'/.test({{x}})\"> → <i data-on:click=\"return /'/.test(&#39;SCRIPT&#39;)\">",
            "<i data-show=\"m.return / {{n}} + '{{x}}'\"> → <i data-show=\"m.return / -5 + 'SCRIPT'\">",
            "<i data-show=\"f(a, // b\u2028 /'/, {{x}})\">"
                    + " → <i data-show=\"f(a, // b\u2028 /'/, &#39;SCRIPT&#39;)\">",
            // Expressions, inside literals
            "<i data-on:click=\"@post('/x/{{x}}/{{n}}')\"> → <i data-on:click=\"@post('/x/SCRIPT/-5')\">",
            "<i data-on:click='f(\"{{x}}\")'> → <i data-on:click='f(\"SCRIPT\")'>",
            "<i data-on:click=\"f(&quot;{{x}}&quot;, &#39;{{x}}&#x27;)\"> → <i data-on:click=\"f(&quot;SCRIPT&quot;,"
                    + " &#39;SCRIPT&#x27;)\">",
            "<i data-on:click=\"`{{x}} $ {{x}}`\"> → <i data-on:click=\"`SCRIPT $ SCRIPT`\">",
            "<i data-on:click=\"`${a + '{{x}}'} {{x}}`\"> → <i data-on:click=\"`${a + 'SCRIPT'} SCRIPT`\">",
            "<i data-on:click=\"`${ {a: '}'} } {{x}}`\"> → <i data-on:click=\"`${ {a: '}'} } SCRIPT`\">",
            "<i data-on:click=\"'{{c}}{{e}}{{b}}{{none}}'\"> → <i data-on:click=\"'\\u0027REDtrue'\">",
            "<i data-on:click=\"@post('{{action:counter/inc}}')\"> → <i data-on:click=\"@post('/a/1f')\">"
        };
        PAGE.assertRendered(expected -> expected.replace("TEXT", TEXT).replace("SCRIPT", SCRIPT), cases);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "<p {{x}}> → inside the tag <p> but outside an attribute's quotes",
                "<p a{{x}}=\"\"> → inside the tag <p> but outside an attribute's quotes",
                "<p{{x}}> → inside the tag <p> but outside an attribute's quotes",
                "<{{x}}> → An element's name cannot be a value.",
                "</{{x}}> → An element's name cannot be a value.",
                "<p title={{x}}> → The value of title has no quotes",
                "<p title=a{{x}}> → The value of title has no quotes",
                "<!-- {{x}} --> → A value is not allowed in an HTML comment",
                "<!DOCTYPE {{x}}> → A value is not allowed in a declaration.",
                "<script>let a = '{{x}}'</script> → A value is not allowed in <script>",
                "<style>p { color: {{x}} }</style> → A value is not allowed in <style>",
                "<p onclick=\"f('{{x}}')\"> → A value is not allowed in onclick, and a page's policy forbids that"
                        + " attribute. Write data-on:click",
                "<iframe srcdoc=\"{{x}}\"></iframe> → A value is not allowed in srcdoc",
                "<xmp>{{x}}</xmp> → A value is not allowed in <xmp>, where a browser does not decode escapes.",
                "<iframe>{{x}}</iframe> → A value is not allowed in <iframe>,",
                "<noembed>{{x}}</noembed> → A value is not allowed in <noembed>,",
                "<plaintext>{{x}} → <plaintext> has no end",
                "<svg><title><a href='{{x}}'></title></svg> → A value is not allowed in <title> after what looks like"
                        + " a tag",
                "<svg><title><{{x}}></title></svg> → A value is not allowed in <title> after what looks like a tag",
                "<title>{{#b}}<a href='{{/b}}{{x}}</title> → A value is not allowed in <title> after what looks like"
                        + " a tag",
                "<svg><![CDATA[ {{x}} ]]></svg> → What follows <![ is text in SVG and a comment in HTML.",
                "<script>a <!-- b</script> → After <!-- in a script, a browser may miss the script's end.",
                "<script src=\"/{{x}}\"></script> → since what is loaded from there runs in the page.",
                "<base href=\"{{x}}\"> → A value is not allowed in the href of <base>",
                "<object data=\"{{x}}\"></object> → A value is not allowed in the data of <object>",
                "<svg><set attributeName=\"href\" to=\"{{x}}\"/></svg> → A value is not allowed in the to of <set>",
                "<meta http-equiv=refresh content=\"0;url={{x}}\"> → A value is not allowed in the content of a"
                        + " <meta>",
                "<meta content=\"0;url={{x}}\" http-equiv='refresh'> → In a <meta>, http-equiv must come before"
                        + " content",
                "<img srcset=\"{{x}}:y\"> → A URL's scheme cannot be a value.",
                "<a data-attr=\"{href: {{x}}}\"></a> → Only a number or a boolean is allowed in data-attr",
                "<a data-attr=\"{href: '/{{x}}'}\"></a> → Only a number or a boolean is allowed in data-attr",
                "<a data-star-attr:href=\"{{x}}\"></a> → A value is not allowed in data-star-attr:href",
                "<i data-show=\"{{#b}}$a{{/b}} / {{n}}\"></i> → This slash divides or begins a regular expression",
                "<i data-show=\"{{#b}}$a{{/b}}{{x}}\"></i> → x becomes a JavaScript literal",
                "<i data-show=\"$a{{#b}} + {{/b}}{{x}}\"></i> → x becomes a JavaScript literal",
                "<i data-show=\"&apos {{x}}'\"></i> → so this cannot follow it directly.",
                "<a href=\"javascript:f({{n}})\">x</a> → A value is not allowed in a URL with such a scheme",
                "<a href=\"javascript&colon;f({{n}})\">x</a> → A value is not allowed in a URL with such a scheme",
                "<a href=\"{{x}}:y\">x</a> → A URL's scheme cannot be a value.",
                "<a href=\"a{{x}}b&#58;\">x</a> → A URL's scheme cannot be a value.",
                "<a href=\"&{{x}}\">x</a> → The & before this tag could become a character reference",
                "<i data-show=\"f('&{{x}}')\"></i> → The & before this tag could become a character reference",
                "<i data-show=\"${{x}}\"></i> → x becomes a JavaScript literal, which cannot be part of a name",
                "<i data-show=\"$m.{{x}}\"></i> → x becomes a JavaScript literal, which cannot be part of a name",
                "<i data-show=\"{{n}}{{x}}\"></i> → x becomes a JavaScript literal, which cannot be part of a name",
                "<i data-style:width=\"{{n}}px\"></i> → so this cannot follow it directly. Write an operator between"
                        + " them, or put both in quotes, as in '{{width}}px'.",
                "<i data-show=\"{{x}}'px'\"></i> → so this cannot follow it directly.",
                "<a data-attr:href=\"{{x}}\"></a> → A value is not allowed in data-attr:href, where it would be set"
                        + " unchecked.",
                "<a data-attr:onclick=\"'{{x}}'\"></a> → A value is not allowed in data-attr:onclick",
                "<i data-show=\"/{{x}}/\"></i> → A value is not allowed in a regular expression.",
                "<i data-show=\"$a.match(/[/]{{x}}/)\"></i> → A value is not allowed in a regular expression.",
                "<i data-show=\"a // {{x}}\"></i> → A value is not allowed in a comment of an expression.",
                "<i data-show=\"a /* {{x}} */\"></i> → A value is not allowed in a comment of an expression.",
                "<i data-show=\"'\\{{x}}'\"></i> → A value is not allowed directly after a backslash.",
                "<i data-show=\"{{h}}\"></i> → Html is only allowed between elements",
            })
    void refusesAValueWhereNoEscapingIsSafe(String template, String why) {
        List<String> messages = PAGE.template(template).messages();
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).contains(why), messages.get(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<i data-show=\"'{{#b}}'{{/b}}'\"></i>",
                "<i title=\"{{#b}}\"{{/b}}></i>",
                "<i title={{#b}}\"x\"{{/b}}></i>",
                "<{{#b}}i{{/b}}>",
                "<i {{#b}}title={{/b}}\"x\"></i>",
                "<i>{{#b}}<!--{{/b}}-->",
                "<i>{{^b}}</i{{/b}}>",
            })
    void refusesASectionThatEndsInAnotherPlace(String template) {
        List<String> messages = PAGE.template(template).messages();
        assertEquals(1, messages.size(), messages::toString);
        assertTrue(messages.get(0).startsWith("The section b begins "), messages.get(0));
    }

    @Test
    void writesALineEndWhereABrowserDropsTheFirst() {
        assertEquals(
                "<pre>\nRED</pre><textarea>\nRED</textarea><pre>\nRED-5</pre><pre>xRED</pre><pre></pre>",
                PAGE.template("<pre>{{e}}</pre><textarea>{{#b}}{{e}}{{/b}}</textarea><pre>{{e}}{{n}}</pre>"
                                + "<pre>x{{e}}</pre>{{#b}}<pre>{{/b}}</pre>")
                        .rendered());
    }

    @Test
    void escapesAPartialForItsPlace() {
        TemplateFixture fixture = PAGE.template(
                        "{{>v}} <i title=\"{{>v}}\" data-show=\"{{>v}}\" data-text=\"'{{>v}}'\">")
                .template("v.mustache", "{{x}}");
        assertEquals(
                TEXT + " <i title=\"" + TEXT + "\" data-show=\"&#39;" + SCRIPT + "&#39;\" data-text=\"'" + SCRIPT
                        + "'\">",
                fixture.rendered());
    }
}
