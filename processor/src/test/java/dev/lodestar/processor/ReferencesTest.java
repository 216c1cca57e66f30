package dev.lodestar.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** References of templates to handlers, with the parameters that these declare. */
class ReferencesTest {
    @TempDir
    Path resources;

    private Sources shop(String template) {
        return Sources.in(resources)
                .template("page.mustache", template)
                .type("Shop", """
                        @App class Shop {
                            enum Sort { NEW }
                            @View("/") Page page() { return new Page("", Sort.NEW); }
                            @View("/chat") Html chat(@Query String room, @Query("by") Optional<Sort> sort, @Query List<Long> ids) {
                                return Html.EMPTY;
                            }
                            @View("/any") Html any(@Query int page, Request request) { return Html.EMPTY; }
                            @Action("buy") void buy(@Query("item") long id, Session session) {}
                        }""")
                .type("Page", "@Template(\"page.mustache\") record Page(String room, Shop.Sort sort) {}");
    }

    @Test
    void takeTheParametersOfTheirHandlers() {
        assertThat(shop("""
                        <a href="{{view:/chat room=room by=sort ids=1 ids=2}}"></a><a href="{{view:/any page=2 other=room}}"></a>
                        <form action="{{view:/chat}}"></form><i data-on:click="@post('{{action:buy item=5}}')"></i>
                        """).compile()).succeededWithoutWarnings();
    }

    @Test
    void areCheckedAgainstThem() {
        List<String> errors = shop("""
                {{view:/chat room=room sort=sort}}
                {{view:/any other=room}}
                <i data-on:click="@post('{{action:buy}}')"></i>
                {{view:/ page=1}}
                """).errors().stream()
                .map(error -> error.lines().findFirst().orElseThrow().replaceFirst(":\\d+", ""))
                .toList();
        assertEquals(
                List.of(
                        "1: [template] page.mustache:1:1: The view /chat has no parameter sort. It has room, by, ids.",
                        "1: [template] page.mustache:2:1: The view /any needs the parameter page. Write {{view:/any page=…}}.",
                        "1: [template] page.mustache:3:26: The action buy needs the parameter item. Write {{action:buy"
                                + " item=…}}.",
                        "1: [template] page.mustache:4:1: The view / has no parameter page. It has none."),
                errors);
    }

    @Test
    void reportAProblemOnceHoweverManyRecordsUseTheTemplate() {
        List<String> errors = shop("{{>part}}")
                .template("part.mustache", "{{action:sell}}")
                .template("other.mustache", "<p>{{>part}}</p>")
                .type("Other", "@Template(\"other.mustache\") record Other(int n) {}")
                .type("Third", "@Template(\"page.mustache\") record Third(int n) {}")
                .errors();
        assertEquals(1, errors.size(), errors::toString);
    }
}
