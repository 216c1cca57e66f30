package dev.lodestar.processor.template;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ListTest {
    private static final TemplateFixture LISTS = TemplateFixture.page(
            "List<String> list, String[] array, Set<String> set, Map<String, Integer> map, List<List<String>> lists,"
                    + " Map<String, List<String>> groups, Optional<List<String>> some, Optional<List<String>> none,"
                    + " Optional<String[]> noArray, Optional<Boolean> yes, Optional<Boolean> no, Optional<String> empty,"
                    + " Optional<User> user, OptionalInt number, OptionalInt noNumber, List<String> nothing, Node root",
            "List.of(\"a\", \"b\", \"c\"), new String[] {\"a\", \"b\", \"c\"}, new TreeSet<>(Set.of(\"a\", \"b\", \"c\")),"
                    + " new TreeMap<>(Map.of(\"a\", 1, \"b\", 2)), List.of(List.of(\"a\", \"b\"), List.of(\"c\")),"
                    + " Map.of(\"x\", List.of(\"a\", \"b\")), Optional.of(List.of(\"a\", \"b\")), Optional.empty(),"
                    + " Optional.of(new String[0]), Optional.of(true), Optional.of(false), Optional.of(\"\"),"
                    + " Optional.of(new User(\"Ann\", Map.of(\"p\", 3))), OptionalInt.of(0), OptionalInt.empty(), List.of(),"
                    + " new Node(1, List.of(new Node(2, List.of()), new Node(3, List.of())))",
            "record User(String name, Map<String, Integer> points) {}",
            "record Node(int id, List<Node> children) {}");

    @Test
    void iteratesOverSeveralValues() {
        LISTS.template("part.mustache", "({{-index}}{{.}}{{#-last}}!{{/-last}})")
                .template(
                        "node.mustache",
                        "{{id}}{{#children}}{{#-first}}({{/-first}}{{>node}}{{^-last}};{{/-last}}{{#-last}}){{/-last}}{{/children}}")
                .assertRenders(
                        "{{#list}}{{-index}}{{.}}{{/list}} → 1a2b3c",
                        "{{#list}}{{.}}{{^-last}}, {{/-last}}{{/list}} → a, b, c",
                        "{{#array}}{{^-first}}, {{/-first}}{{.}}{{/array}} → a, b, c",
                        "{{#array}}{{.}}{{^-last}}, {{/-last}}{{/array}} → a, b, c",
                        "{{#set}}{{#-first}}[{{/-first}}{{.}}{{-index}}{{#-last}}]{{/-last}}{{/set}} → [a1b2c3]",
                        "{{#nothing}}{{-index}}{{-last}}{{/nothing}}{{^nothing}}none{{/nothing}} → none",
                        "{{#list}}{{-first}}{{-last}};{{/list}} → truefalse;falsefalse;falsetrue;",
                        "{{#lists}}{{-index}}:{{#.}}{{-index}}{{.}}{{^-last}},{{/-last}}{{/.}}{{^-last}};{{/-last}}{{/lists}} → 1:1a,2b;2:1c",
                        "{{#list}}{{-index}}{{/list}}{{#list}}{{-index}}{{/list}} → 123123",
                        "{{#list}}{{#user}}{{-index}}{{name}};{{/user}}{{/list}} → 1Ann;2Ann;3Ann;",
                        "{{#list}}{{>part}}{{/list}} → (1a)(2b)(3c!)",
                        "<i title=\"{{#list}}{{.}}{{^-last}}, {{/-last}}{{/list}}\"></i> → <i title=\"a, b, c\"></i>",
                        "{{#map}}{{key}}={{value}}{{^-last}}&{{/-last}}{{/map}}{{^map}}none{{/map}} → a=1&b=2",
                        "{{#groups}}{{key}}:{{#value}}{{.}}{{key}}{{/value}}{{/groups}} → x:axbx",
                        "{{#user.points}}{{user.name}} {{key}} {{value}}{{/user.points}} → Ann p 3",
                        "{{#some}}{{-index}}{{.}}{{/some}}{{^some}}none{{/some}} → 1a2b",
                        "{{#none}}{{.}}{{/none}}{{^none}}none{{/none}} → none",
                        "{{#noArray}}{{.}}{{/noArray}}{{^noArray}}none{{/noArray}} → none",
                        "{{#yes}}yes{{/yes}}{{^yes}}no{{/yes}}{{#no}}yes{{/no}}{{^no}}no{{/no}} → yesno",
                        "{{^empty}}empty{{/empty}}{{#empty}}not{{/empty}} → empty",
                        "{{number}}{{noNumber}}{{#number}}[{{.}}]{{/number}}{{^noNumber}}none{{/noNumber}} → 0[0]none",
                        "{{{number}}}{{{yes}}} → 0true",
                        "{{#root}}{{>node}}{{/root}} → 1(2;3)");
    }

    @Test
    void keepsTheLocalsOfLoopsApart() {
        TemplateFixture fixture = TemplateFixture.page(
                        "String[] element, List<String> first, List<String> index, Map<String, String> out",
                        "new String[] {\"a\", \"b\"}, List.of(\"c\", \"d\"), List.of(\"e\"), Map.of(\"f\", \"g\")")
                .template(
                        "{{#element}}{{.}}{{^-last}},{{/-last}}{{#first}}{{.}}{{#-first}}{{-index}}{{/-first}}{{/first}}{{/element}}"
                                + "{{#index}}{{.}}{{-index}}{{-last}}{{/index}}{{#out}}{{key}}{{value}}{{-last}}{{/out}}");
        assertEquals("a,c1dbc1de1truefgtrue", fixture.rendered());
    }

    @Test
    void writesLoopsLikeHandWrittenCode() {
        TemplateFixture fixture = LISTS.template("{{#list}}{{^-first}}, {{/-first}}{{-index}}{{/list}}"
                + "{{#list}}{{.}}{{^-last}}, {{/-last}}{{/list}}"
                + "{{#array}}{{.}}{{^-last}}, {{/-last}}{{/array}}"
                + "{{#map}}{{key}}{{/map}}");
        assertEquals("""
                    static void render(Page page, HtmlOutput out) {
                        boolean first = true;
                        int index = 1;
                        for (String element : page.list()) {
                            if (!first) {
                                out.raw(TEXT_1);
                            }
                            out.text(index);
                            first = false;
                            index++;
                        }
                        for (var list = page.list().iterator(); list.hasNext();) {
                            String element = list.next();
                            boolean last = !list.hasNext();
                            out.text(element);
                            if (!last) {
                                out.raw(TEXT_1);
                            }
                        }
                        int index2 = 1;
                        String[] array = page.array();
                        for (String element : array) {
                            boolean last = index2 == array.length;
                            out.text(element);
                            if (!last) {
                                out.raw(TEXT_1);
                            }
                            index2++;
                        }
                        for (var element : page.map().entrySet()) {
                            out.text(element.getKey());
                        }
                    }
                }
                """, fixture.code().replaceFirst("(?s).*?(?=    static void render)", ""));
    }
}
