package dev.lodestar.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.testing.compile.Compilation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {
    @TempDir
    Path resources;

    @Test
    void formatsDatesAndTimesAsTheirComponentsSay() throws ReflectiveOperationException {
        Compilation compilation = Sources.in(resources)
                .type("Shop", "@App(lang = \"de\") class Shop {}")
                .type("Page", """
                        @Template("page.mustache")
                        record Page(
                                @Format("d. MMMM yyyy") LocalDate date,
                                @Format(value = "d MMMM", locale = "en") Optional<LocalDate> day,
                                @Format("HH:mm") List<LocalTime> times,
                                @Format(value = "dd.MM.yy HH:mm", zone = "Europe/Berlin") Instant moment,
                                @Format(value = "HH:mm", zone = "Asia/Tokyo") ZonedDateTime meeting,
                                @Format("yyyy-MM-dd'T'HH:mm") LocalDateTime start,
                                @Format("EEEE") DayOfWeek weekday,
                                @Format("MMMM yyyy") YearMonth month,
                                @Format("'<'yyyy'>'") Map<String, Year> years,
                                @Format("d. MMMM yyyy") LocalDate gone) {
                            static String run() {
                                LocalDate date = LocalDate.of(2024, 3, 9);
                                LocalTime time = LocalTime.of(7, 5);
                                Instant moment = date.atTime(time).toInstant(ZoneOffset.UTC);
                                return Templates.html(new Page(date, Optional.of(date), List.of(time, time.plusHours(1)), moment,
                                        moment.atZone(ZoneOffset.UTC), date.atTime(time), DayOfWeek.MONDAY, YearMonth.from(date),
                                        Map.of("a", Year.of(2024)), null)).toString();
                            }
                        }""")
                .template(
                        "page.mustache",
                        "{{date}}, {{day}}, {{#times}}{{.}} {{/times}}, {{moment}}, {{meeting}}, <time datetime=\"{{start}}\">,"
                                + " {{weekday}}, {{month}}, {{#years}}{{value}}{{/years}}, [{{gone}}],"
                                + " <i data-show=\"{{date}} == {{gone}}\"></i>")
                .compile();
        assertEquals(List.of(), compilation.errors());
        Method run = new CompiledClasses(compilation.generatedFiles())
                .loadClass("app.Page")
                .getDeclaredMethod("run");
        run.setAccessible(true);
        assertEquals(
                "9. März 2024, 9 March, 07:05 08:05 , 09.03.24 08:05, 16:05, <time datetime=\"2024-03-09T07:05\">,"
                        + " Montag, März 2024, &lt;2024&gt;, [], <i data-show=\"#0c82f0f542[&#34;9. März 2024&#34;,null]\"></i>",
                run.invoke(null));
        String code = Sources.generated(compilation, "app/PageRenderer.java");
        assertTrue(
                code.contains(
                        "    private static final DateTimeFormatter FORMAT_1 = DateTimeFormatter.ofPattern(\"d. MMMM yyyy\","
                                + " Locale.forLanguageTag(\"de\"));\n"),
                code);
        assertTrue(code.contains("        out.text(FORMAT_1.format(date));\n"), code);
        assertEquals(10, code.split("DateTimeFormatter.ofPattern").length, "a constant for each format");
    }

    @Test
    void reportsEachMistakeOnItsComponent() {
        Sources sources = Sources.in(resources)
                .type("Shop", "@App class Shop {}")
                .type("Page", """
                @Template("page.mustache")
                record Page(
                    @Format("HH:mm") LocalDate a,
                    @Format("d MMMM yyyyy b") LocalDate b,
                    @Format("d MMM yyyy") Instant c,
                    @Format(value = "HH:mm", zone = "Europe/Berlin") LocalTime d,
                    @Format(value = "HH:mm", zone = "Europe/Berln") Instant e,
                    @Format(value = "HH:mm", locale = "e_n") LocalTime f,
                    @Format("d MMM yyyy") String g,
                    @Format("pd") LocalDate h,
                    @Format("HH:mm") Map<LocalDate, LocalTime> i,
                    @Format(value = "d MMM", zone = "Europe/Berlin") OffsetDateTime j) {}""")
                .template("page.mustache", "");
        String letters = "; java.time.format.DateTimeFormatter explains the letters.";
        assertEquals(
                Stream.of(
                                "3:32: The pattern \"HH:mm\" cannot format a LocalDate (Unsupported field:"
                                        + " HourOfDay). Write one such as \"d MMM yyyy\"" + letters,
                                "4:41: \"d MMMM yyyyy b\" is not a pattern (Unknown pattern letter: b). Write one"
                                        + " such as \"d MMM yyyy\""
                                        + letters,
                                "5:35: An instant has a different date and time in each zone, so an Instant needs"
                                        + " one. Write @Format(value = \"d MMM yyyy HH:mm\", zone ="
                                        + " \"Europe/Berlin\").",
                                "6:64: A zone has no effect on a LocalTime. Remove it, or make the component an"
                                        + " Instant.",
                                "7:61: There is no time zone \"Europe/Berln\". Write one as in @Format(value ="
                                        + " \"d MMM yyyy HH:mm\", zone = \"Europe/Berlin\").",
                                "8:56: \"e_n\" is not a language tag. Write one such as \"en\" or \"de-AT\".",
                                "9:34: @Format is for dates and times of java.time, such as LocalDate and"
                                        + " Instant, but g has the type java.lang.String. Remove it, or change the"
                                        + " type of the component.",
                                "10:29: The pattern \"pd\" cannot format a LocalDate (Cannot print as output of 2"
                                        + " characters exceeds pad width of 1). Write one such as \"d MMM yyyy\""
                                        + letters,
                                "11:48: The pattern \"HH:mm\" cannot format a LocalDate (Unsupported field:"
                                        + " HourOfDay). Write one such as \"d MMM yyyy\"" + letters)
                        .map(error -> error.replaceFirst(": ", ": [format] "))
                        .toList(),
                sources.errors());
    }

    @Test
    void saysHowToRenderValuesOfOtherTypes() {
        Sources sources = Sources.in(resources)
                .type("Shop", "@App class Shop {}")
                .type("Page", """
                        @Template("page.mustache")
                        record Page(LocalDate date, Duration time, java.util.stream.Stream<String> lines, Date old,
                                java.math.BigDecimal price, Object thing, Optional<Optional<String>> twice) {}""")
                .template("page.mustache", "{{date}}\n{{time}}\n{{lines}}\n{{old}}\n{{price}}\n{{thing}}\n{{twice}}\n");
        assertEquals(
                List.of(
                        "java.time.LocalDate, which cannot be written as text. Say how with @Format(\"d MMM yyyy\")"
                                + " on the component, or make it a String in Java.",
                        "java.time.Duration, which cannot be written as text. Make it a String or a number in Java.",
                        "java.util.stream.Stream<java.lang.String>, which cannot be written as text. It can be read"
                                + " only once: make it a List, for example with toList().",
                        "java.util.Date, which cannot be written as text. Make it a value of java.time, and say how it is"
                                + " written, as in @Format(\"d MMM yyyy\").",
                        "java.math.BigDecimal, which cannot be written as text. Make it a String in Java, as by toString().",
                        "java.lang.Object, which cannot be written as text. Make it a String, a number, a boolean, an enum or"
                                + " Html in Java.",
                        "java.util.Optional<java.util.Optional<java.lang.String>>, which cannot be written as text. Make it a"
                                + " String, a number, a boolean, an enum or Html in Java."),
                sources.errors().stream()
                        .map(error -> error.lines().findFirst().orElse("").replaceFirst(".* is an? ", ""))
                        .toList());
    }
}
