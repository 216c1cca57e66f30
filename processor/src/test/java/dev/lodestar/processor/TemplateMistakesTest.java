package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes in templates. */
class TemplateMistakesTest extends Mistakes {
    @Test
    void templateOnAClass() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "")
                        .type("Page", "@Template(/*here*/\"page.mustache\") class Page {}"),
                "[template-record] @Template is on Page, which is not a record. The template's variables are the"
                        + " components of a record, so their types must be known: write record Page(...) {}.");
    }

    @Test
    void templateOnAGenericRecord() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page<T>(T item) {}"),
                "[template-record] @Template is on Page, which has type parameters. The template's variables are the"
                        + " components of a record, so their types must be known: write record Page(...) {}.");
    }

    @Test
    void templateOnAPrivateRecord() {
        assertError(
                app("""
@Template("page.mustache") private /*here*/record Page() {}""").template("page.mustache", ""),
                "[not-visible] The record Page is not visible to its renderer: it is private. Remove 'private'.");
    }

    @Test
    void privateTypeInATemplate() {
        assertError(
                app("""
private record Line(String text) {}
@Template("page.mustache") record Page(List<Line> /*here*/lines) {}""").template("page.mustache", "{{#lines}}{{text}}{{/lines}}"),
                "[not-visible] The component Page.lines has the type java.util.List<app.Shop.Line>, which is not"
                        + " visible to generated code: it is private. Remove 'private'.");
    }

    @Test
    void missingTemplate() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "")
                        .type("Page", "@Template(/*here*/\"pag.mustache\") record Page(int count) {}"),
                "[missing-template] There is no template \"pag.mustache\": no file"
                        + " templates/pag.mustache among the resources (src/main/resources in a Maven build;"
                        + " with another build, name their folder with -Alodestar.resources=...). Did you mean"
                        + " page.mustache?");
    }

    @Test
    void templateWithoutItsExtension() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "")
                        .type("Page", "@Template(/*here*/\"page\") record Page(int count) {}"),
                "[missing-template] There is no template \"page\": no file templates/page among the"
                        + " resources (src/main/resources in a Maven build; with another build, name their"
                        + " folder with -Alodestar.resources=...). Did you mean page.mustache?");
    }

    @Test
    void emptyTemplateName() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "")
                        .type("Page", "@Template(/*here*/\"\") record Page(int count) {}"),
                "[missing-template] There is no template \"\": no file templates/ among the resources"
                        + " (src/main/resources in a Maven build; with another build, name their folder with"
                        + " -Alodestar.resources=...).");
    }

    @Test
    void unusedTemplate() {
        assertWarning(
                sources().type("Shop", """
/*here*/@App class Shop {
    @View("/") Html page() { return Html.EMPTY; }
}""").template("old.mustache", ""),
                "[unused-template] Nothing uses the template old.mustache. Write @Template(\"old.mustache\") on"
                        + " the record whose components it shows, or {{>old}} in a template that includes it, or"
                        + " delete the file.");
    }

    @Test
    void listWhoseItemsHoldControlsWithoutKey() {
        assertWarning(
                list("{{#names}}<li><b>{{.}}</b><input name=\"note\"></li>{{/names}}"),
                "[keyless-list] page.mustache:1:5: When items of names are added, removed or reordered, what somebody"
                        + " typed into the <input> of one may end up in another. Give each item's element a key, as"
                        + " in data-key=\"{{id}}\", or an id.\n"
                        + "    <ul>{{#names}}<li><b>{{.}}</b><input name=\"note\"></li>{{/names}}</ul>\n"
                        + "        ^");
    }

    @Test
    void listsWhoseControlsAreTiedToTheirItems() {
        for (String items : List.of(
                "<li data-key=\"{{.}}\"><p></p><input name=\"note\"></li>",
                "<li id=\"n-{{.}}\"><textarea></textarea></li>",
                "<li><select id=\"n-{{.}}\"></select></li>",
                "<li><input type=\"checkbox\" value=\"{{.}}\"></li>",
                "<li><input type=\"hidden\" name=\"n\"><button>Delete</button></li>")) {
            Sources sources = list("{{#names}}" + items + "{{/names}}");
            assertEquals(
                    List.of(),
                    sources.compile().warnings().stream()
                            .map(Sources::placed)
                            .filter(each -> each.contains("keyless"))
                            .toList(),
                    items);
            assertEquals(List.of(), sources.errors());
        }
    }

    private Sources list(String section) {
        return sources()
                .type("Shop", """
                        @App class Shop {
                            @View("/") Page page() { return new Page(java.util.List.of()); }
                        }
                        """)
                .template("page.mustache", "<ul>" + section + "</ul>")
                .type("Page", "@Template(/*here*/\"page.mustache\") record Page(java.util.List<String> names) {}");
    }

    @Test
    void unknownVariable() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "<main>\n  <b>{{cuont}}</b>\n</main>\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page(int count) {}"),
                "[template] page.mustache:2:6: Nothing here is called cuont. Did you mean count? Page"
                        + " has count.\n"
                        + "      <b>{{cuont}}</b>\n"
                        + "         ^");
    }

    @Test
    void unknownAction() {
        assertError(
                app("@Action(\"cart/add\") void add() {}")
                        .template("page.mustache", "<b data-on:click=\"@post('{{action:cart/ad}}')\">Add</b>\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page() {}"),
                "[template] page.mustache:1:26: There is no action cart/ad. Did you mean cart/add?"
                        + " The application has cart/add.\n"
                        + "    <b data-on:click=\"@post('{{action:cart/ad}}')\">Add</b>\n"
                        + "                             ^");
    }

    @Test
    void unknownView() {
        assertError(
                app("@View(\"/cart\") Html cart() { return Html.EMPTY; }")
                        .template("page.mustache", "<a href=\"{{view:/crt}}\">Cart</a>\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page() {}"),
                "[template] page.mustache:1:10: There is no view /crt. Did you mean /cart? The"
                        + " application has /cart.\n"
                        + "    <a href=\"{{view:/crt}}\">Cart</a>\n"
                        + "             ^");
    }

    @Test
    void unknownAsset() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .asset("logo.svg", "")
                        .template("page.mustache", "<img src=\"{{asset:log.svg}}\">\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page() {}"),
                "[template] page.mustache:1:11: There is no asset log.svg. Did you mean logo.svg? The"
                        + " application has logo.svg.\n"
                        + "    <img src=\"{{asset:log.svg}}\">\n"
                        + "              ^");
    }

    @Test
    void unknownPartial() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "{{>rwo}}\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page(int count) {}")
                        .template("row.mustache", ""),
                "[template] page.mustache:1:1: There is no template rwo.mustache. Did you mean"
                        + " row.mustache? Templates are read from the folder templates/ among the resources.\n"
                        + "    {{>rwo}}\n"
                        + "    ^");
    }

    @Test
    void componentThatCannotBeShown() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "{{worker}}\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page(Thread worker) {}"),
                "[template] page.mustache:1:1: worker is a java.lang.Thread, which cannot be written"
                        + " as text. Make it a String, a number, a boolean, an enum or Html in Java.\n"
                        + "    {{worker}}\n"
                        + "    ^");
    }

    @Test
    void rawValueThatIsNotHtml() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "{{{name}}}\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page(String name) {}"),
                "[template] page.mustache:1:1: Only Html can be written unescaped, but name is a String. Write"
                        + " {{name}}, or make the component an Html.\n"
                        + "    {{{name}}}\n"
                        + "    ^");
    }

    @Test
    void valueInAScript() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "<script>let name = {{name}}</script>\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page(String name) {}"),
                "[template] page.mustache:1:20: A value is not allowed in <script>, where no escaping is safe. Pass"
                        + " it to the page as a signal, as in data-signals:name=\"{{name}}\", or use a data-*"
                        + " attribute.\n"
                        + "    <script>let name = {{name}}</script>\n"
                        + "                       ^");
    }

    @Test
    void valueInAnUnquotedAttribute() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "<p class={{name}}></p>\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page(String name) {}"),
                "[template] page.mustache:1:10: The value of class has no quotes, so a value in it could add"
                        + " attributes. Write class=\"{{…}}\".\n"
                        + "    <p class={{name}}></p>\n"
                        + "             ^");
    }

    @Test
    void sectionOfANumber() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "{{#count}}x{{/count}}\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page(int count) {}"),
                "[template] page.mustache:1:1: A section needs something that can be missing, false"
                        + " or empty, but count is an int. Add a boolean component to the record, or make this"
                        + " one an Optional.\n"
                        + "    {{#count}}x{{/count}}\n"
                        + "    ^");
    }

    @Test
    void unclosedSection() {
        assertError(
                sources()
                        .type("Shop", "@App class Shop {}")
                        .template("page.mustache", "{{#shown}}x\n")
                        .type("Page", "@Template(/*here*/\"page.mustache\") record Page(boolean shown) {}"),
                "[template] page.mustache:1:1: The section shown is never closed. Write {{/shown}}"
                        + " where it ends.\n"
                        + "    {{#shown}}x\n"
                        + "    ^");
    }
}
