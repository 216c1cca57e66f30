package dev.lodestar.processor.template.mark;

import java.util.List;
import java.util.Random;

/** Changes of random pages, each made from a seed. */
final class RandomChange {
    /** What makes a parser do more than open, fill and close elements. */
    private static final List<String> HOSTILE = List.of(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<li>",
            "<td>",
            "</td>",
            "<tr>",
            "<table>",
            "</table>",
            "<b>",
            "</b>",
            "<a>",
            "<a href=x>",
            "</a>",
            "<form>",
            "</form>",
            "<button>",
            "</button>",
            "<option>",
            "<select>",
            "</select>",
            "<br/>",
            "<div/>",
            "</br>",
            "<svg>",
            "</svg>",
            "<svg/>",
            "<g>",
            "<math>",
            "<![CDATA[x]]>",
            "<!-- > -->",
            "<!--",
            "-->",
            "<!-->",
            "<!--a--!>",
            "<script>",
            "</script>",
            "<style>",
            "<textarea>",
            "</textarea>",
            "<title>",
            "<template>",
            "</template>",
            "<!doctype html>",
            "<body>",
            "</body>",
            "<html>",
            "<head>",
            "<?x?>",
            "</>",
            "< ",
            "<",
            ">",
            "\"",
            "'",
            "=",
            "/",
            " id=i1",
            " id=\"i2\"",
            " id='i3'",
            " ID=i4",
            " id=",
            "&",
            "&#105;1",
            "\0",
            "\r",
            "<p id=i1>",
            "<i id=i5>",
            "<h1>",
            "<h2>",
            "</h2>",
            "<dd>",
            "<hr>",
            "<input>",
            "<image>",
            "<frameset>",
            "<plaintext>",
            "<xmp>",
            "<nobr>",
            "<ruby><rt>",
            "<caption>",
            "<col>",
            "<colgroup>",
            "<tbody>",
            "</tbody>",
            "<x-y>",
            "<P>",
            "<DIV ID=i6>",
            "x");

    private RandomChange() {}

    /** A change between pages that are written as they are parsed. */
    static Change wellFormed(long seed) {
        RandomPage page = new RandomPage(seed);
        String before = page.html();
        page.change();
        return new Change(before, page.html());
    }

    /** A change to which up to three disturbances came, in both pages or only in the second. */
    static Change hostile(long seed) {
        Random random = new Random(seed);
        Change change = wellFormed(seed);
        String before = change.before();
        String after = change.after();
        int both = random.nextInt(3);
        for (int i = 0; i < both; i++) {
            long place = random.nextLong();
            before = disturb(before, new Random(place));
            after = disturb(after, new Random(place));
        }
        return new Change(before, random.nextBoolean() ? disturb(after, random) : after);
    }

    private static String disturb(String html, Random random) {
        String what = HOSTILE.get(random.nextInt(HOSTILE.size()));
        int at = random.nextInt(html.length());
        // Mostly between tags, where it means something.
        if (random.nextInt(4) > 0) {
            at = Math.max(0, html.indexOf(random.nextBoolean() ? '<' : '>', at));
        }
        int end = Math.min(html.length(), at + (random.nextInt(4) == 0 ? random.nextInt(6) : 0));
        return html.substring(0, at) + what + html.substring(end);
    }
}
