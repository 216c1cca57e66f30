package dev.lodestar.processor.asset.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In each text, what is in «» is a link, and nothing else. */
class LinksTest {
    private static void assertLinks(String ending, String... texts) {
        for (String marked : texts) {
            List<String> expected = new ArrayList<>();
            String[] parts = marked.split("[«»]", -1);
            int offset = 0;
            for (int i = 0; i < parts.length; i++) {
                int length = parts[i].getBytes(StandardCharsets.UTF_8).length;
                if (i % 2 == 1) {
                    expected.add(offset + "-" + (offset + length));
                }
                offset += length;
            }
            byte[] bytes = String.join("", parts).getBytes(StandardCharsets.UTF_8);
            List<String> found = Links.in(ending, bytes).stream()
                    .map(link -> link.start() + "-" + link.end())
                    .toList();
            assertEquals(expected, found, marked);
        }
    }

    private static String path(String ending, String text) {
        return Links.in(ending, text.getBytes(StandardCharsets.UTF_8)).get(0).path();
    }

    @Test
    void findsWhatStyleSheetsReferTo() {
        assertLinks(
                "css",
                "a { background: url(«a.png») }",
                "a { background: URL( '«../a b.png»' ) , url(\t\"«c.png»\"\n) }",
                "a{background:url(«x.svg»#icon) no-repeat;src:url(«f.woff2»?v=1)format('woff2')}",
                "@import '«a.css»';@IMPORT \"«b.css»\" layer(x) screen;@import/**/url(«c.css») print;",
                "@charset \"utf-8\"; @namespace \"x\"; a[href='y.png'] { content: 'z.png' }",
                "a { background: image-set('«a.avif»' type('image/avif') 1x, url(«a.png») 2x); content: 'b' }",
                "a { background: -webkit-image-set(url('«a.png»') 1x), '' }",
                "/* url(no.png) @import 'no.css' */ /**/ a { /*/ url(no.png) */ b: url(«yes.png») }",
                "a { content: \"url(no.png)\"; content: 'it\\'s url(no.png)' ; content: '\\\nurl(no.png)' }",
                "a { b: url(/a.png) url(//h/a.png) url(https://h/a.png) url(data:image/png;base64,AA==) url(#f) url() }",
                "a { b: url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'>(')</svg>\") url(«y.png») }",
                "a { b: my-url(no.png); --url: x; c: url(«ä/ö.png»); d: url(./) url(.) url(..) url(?a) }",
                "a { b: url(broken png) ; c: url(«fine.png») }",
                "a { content: 'broken\n; b: url(«fine.png») }",
                "a { b: url(«open.png»)} /*# sourceMappingURL=«a.css.map» */",
                "a { b: url(",
                "a { b: url('«open»",
                "/* open url(no.png)",
                "\\",
                "a { b: url(\\");
        assertEquals("a b.png", path("css", "a{b:url(a\\ b.png)}"));
        assertEquals("a b(ä).png", path("css", "a{b:url(a\\20 b\\(\\E4\\).png)}"));
        assertEquals("a bä%.png", path("css", "a{b:url('a%20b%C3%A4%.png')}"));
    }

    @Test
    void findsWhatScriptsReferTo() {
        assertLinks(
                "js",
                "import '«./a.js»'",
                "import a from'«./a.js»';import*as b from \"«../b.js»\"; import{c,d as e}from '«./c.js»' with {type: 'json'}",
                "import a, { b } from '«./a.js»'\nimport c from 'bare'; import 'bare/x.js'; import d from '/root.js'",
                "export * from '«./a.js»'; export * as b from '«./b.js»'; export { c, default as d } from '«./c.js»'",
                "import from from '«./a.js»'; import { 'x y' as z } from '«./z.js»'; import defer * as q from '«./q.js»'",
                "export { a, b }; export const from = './no.js'; export default './no.js'",
                "const m = await import('«./m.js»'), n = import(`«./n.js»`, {}), o = import('./o' + p), q = import(`./${r}.js`)",
                "new URL('«a.wasm»', import.meta.url); new URL('no.js', base); new Url('no.js', import.meta.url); new URL('no')",
                "x.import('./no.js'); import.meta.url; ({ import: './no.js' }); x?.import('./no.js')",
                "// import './no.js'\n/* import './no.js' */ 'import \"./no.js\"'; `import './no.js'`; import '«./yes.js»'",
                "`${`${import('«./a.js»')}`} import('./no.js') ${{ a: '}' }.a}`; import('«./b.js»')",
                "a = b / 2; import('«./a.js»'); c = d / 2",
                "a = /['\"`/]/; b = /[/'\"]/g.test(x); c = x.replace(/\\/'/, ''); import('«./a.js»')",
                "if (a) /'/.test(b); while (c) /\"/.test(d); import('«./a.js»')",
                "a = (b) / 2; e = f[0] / 2 / g; h = i++ / 2; '/'; import('«./a.js»')",
                "function f() {}\n/'/.test(a); return /'/; typeof /'/; x = { a: 1 } / 2; import('«./a.js»'); '/'",
                "a.return / 2; b.if(c) / 2; import('«./a.js»'); '/'",
                "case 1: /'/; () => /'/; [/'/, !/'/, a ? /'/ : /'/]; import('«./a.js»')",
                "1 / 2; 1.5e3 / 2; 0xFFn / 2; .5 / 2; ä / 2; import('«./a.js»'); '/'",
                "'it\\'s'; 'a\\\r\nb import(\"./no.js\")'; import('«./a.js»')",
                "#!/usr/bin/env node it's\nimport '«./a.js»'",
                "import('«./ä.js»?x#y')\n//# sourceMappingURL=«a.js.map»\n",
                "//@ sourceMappingURL=«a.js.map»\n//# sourceMappingURL=data:application/json;base64,AA==",
                "import('«./a.js»' /*# sourceMappingURL=«a.js.map» */)",
                "'//# sourceMappingURL=no.map'; // see //# sourceMappingURL=no.map",
                "import './",
                "import {",
                "`${`",
                "}}}}",
                "/",
                "'\\");
        assertEquals("./aä b.js", path("mjs", "import './\\x61\\u00e4\\u{20}b.js'"));
    }

    @Test
    void findsWhatPicturesAndManifestsReferTo() {
        assertLinks(
                "svg",
                "<svg><image href=\"«a.png»\"/><use xlink:href='«s.svg»#i'/><use href=\"#j\"/><a href=\"no\"><b/></a></svg>",
                "<!-- <image href='no.png'/> --><![CDATA[<image href='no.png'>]]><t title=\"> href='no'\" href = '«y»'/>",
                "<image data-href='no.png' href='data:image/png,'/><image href=");
        assertLinks(
                "webmanifest",
                "{\"icons\": [{\"src\": \"«icons/a.png»\", \"type\": \"src\"}, {\"src\" : \"/b.png\"}], \"start_url\": \"no\"}",
                "{\"a\": [\"src\", \"no\"], \"b\\\"src\": \"no\", \"src\": [\"no\"]");
        assertLinks("json", "{\"src\": \"no.png\"}");
    }

    @Test
    void handlesLargeAndDeeplyNestedFilesQuickly() {
        String deep = "(".repeat(50_000) + "`${".repeat(30_000) + "import('./a.js')" + "a{b:url(c.png)}".repeat(10_000);
        String tag = "<path " + "d='M0 0' ".repeat(30_000) + "href='a.png'/>";
        assertTimeout(Duration.ofSeconds(20), () -> {
            for (String ending : List.of("css", "js", "svg", "webmanifest")) {
                Links.in(ending, deep.getBytes(StandardCharsets.UTF_8));
            }
            assertEquals("a.png", path("svg", tag));
        });
    }
}
