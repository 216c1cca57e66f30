package dev.lodestar.processor.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.application.ViewMethod.Sharing;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Origin;
import dev.lodestar.processor.diagnostic.Problem;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.type.ValueType.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks models that are created by hand, without a compiler. */
class ApplicationCheckerTest {
    private static final ClassName SHOP = ClassName.get("app", "Shop");

    private record Place(String label) implements Origin {}

    private static ViewMethod view(String path, String method, Argument... arguments) {
        return new ViewMethod(
                path, "", new Method(SHOP, method), List.of(arguments), List.of(), Optional.empty(), new Place(method));
    }

    private static ActionMethod action(String name, String method, String... refresh) {
        return new ActionMethod(
                name, new Method(SHOP, method), List.of(), false, List.of(refresh), false, new Place(method));
    }

    private static Application application(List<ViewMethod> views, List<ActionMethod> actions, String... csp) {
        return new Application(
                new AppClass(
                        SHOP,
                        true,
                        8080,
                        "Shop",
                        "en",
                        List.of(),
                        "",
                        "",
                        List.of(csp),
                        List.of(),
                        false,
                        false,
                        new Place("Shop")),
                views,
                actions,
                List.of(),
                List.of(),
                List.of());
    }

    private static List<Problem> problems(Application application) {
        List<Problem> problems = new ArrayList<>();
        ApplicationChecker.check(application, new Diagnostics(problems::add));
        return problems;
    }

    @Test
    void acceptsAValidApplication() {
        assertEquals(
                List.of(),
                problems(application(
                        List.of(view("/", "home"), view("/a-b/c.d", "other")),
                        List.of(action("cart/add", "add", "/"), action("x", "y")))));
    }

    @Test
    void reportsADuplicateOnTheSecondOne() {
        List<Problem> problems = problems(application(List.of(view("/", "one"), view("/", "two")), List.of()));

        assertEquals(1, problems.size());
        assertEquals(Rule.DUPLICATE_PATH, problems.get(0).rule());
        assertEquals("two", problems.get(0).origin().label());
    }

    @Test
    void refusesReservedPaths() {
        for (String path : List.of("/a/b", "/assets/x", "/healthz")) {
            assertEquals(
                    List.of(Rule.VIEW_PATH),
                    problems(application(List.of(view(path, "page")), List.of())).stream()
                            .map(Problem::rule)
                            .toList(),
                    path);
        }
    }

    @Test
    void derivesWhoSharesARenderingFromTheArguments() {
        Argument room = new Argument.FromQuery(new Field("room", "room", Scalar.STRING, List.of()));
        Argument title = new Argument.FromSignal(new Field("title", "title", Scalar.STRING, List.of()));

        assertEquals(Sharing.EVERYBODY, view("/", "page").sharing());
        assertEquals(Sharing.SAME_QUERY, view("/", "page", room).sharing());
        assertEquals(
                Sharing.ONE_CONNECTION,
                view("/", "page", room, new Argument.OfSession()).sharing());
        assertEquals(Sharing.ONE_CONNECTION, view("/", "page", title).sharing());
    }

    @Test
    void derivesTheSamePathForAnActionInEveryBuild() {
        assertEquals(
                "/a/fc0b2b2e4e7e3c5b".length(),
                action("counter/inc", "inc").path().length());
        assertEquals(
                action("counter/inc", "inc").path(),
                action("counter/inc", "renamed").path());
        assertEquals(
                "/a/" + ContentHash.of("counter/inc"),
                action("counter/inc", "inc").path());
    }

    @Test
    void printsAsValues() {
        String printed = application(List.of(view("/", "home")), List.of()).toString();

        assertTrue(printed.contains("path=/") && printed.contains("Shop.home()"), printed);
    }

    /** The problems of directives, as codes and messages. */
    private static List<String> policyProblems(String... csp) {
        return problems(application(List.of(view("/", "home")), List.of(), csp)).stream()
                .map(Problem::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "img-src 'self' https://images.example https://*.images.example:8443/thumbs data:",
                "img-src",
                "script-src 'self' https://maps.example 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
                "script-src 'self' 'wasm-unsafe-eval'",
                "connect-src 'self' wss://live.example",
                "frame-ancestors https://portal.example",
                "style-src 'self'",
                "upgrade-insecure-requests",
                "sandbox allow-scripts allow-same-origin allow-forms",
                "report-uri /csp-report"
            })
    void acceptsDirectivesThatKeepThePageWorking(String directive) {
        assertEquals(List.of(), policyProblems(directive));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "img-scr 'self'                | There is no directive img-scr that csp can set. Did you mean"
                        + " img-src?",
                "Img-Src 'self'                | There is no directive Img-Src that csp can set. Did you mean"
                        + " img-src?",
                "require-trusted-types-for 'script' | There is no directive require-trusted-types-for",
                "img-src 'self'; script-src *  | cannot be part of the header.",
                "img-src 'self', script-src *  | cannot be part of the header.",
                "img-src  'self'               | cannot be part of the header.",
                "img-src caf\u00e9.example      | cannot be part of the header.",
                "img-src self                  | Without quotes self is the name of a host. Write 'self'.",
                "img-src 'slef'                | 'slef' is not a source. Write a host,",
                "img-src https://              | https:// is not a source. Write a host,",
                "script-src 'self' 'unsafe-inline' | 'unsafe-inline' lets injected markup run scripts",
                "script-src-attr 'unsafe-inline'   | 'unsafe-inline' lets injected markup run scripts",
                "script-src 'self' 'unsafe-eval'   | Write unsafeEval = true instead",
                "script-src 'self' 'strict-dynamic' | makes browsers ignore 'self'",
                "script-src 'self' 'nonce-abc'  | A nonce that is the same in every response is no secret.",
                "script-src 'self' https:      | https: lets anybody's scripts run in the page.",
                "script-src 'self' data:       | data: lets anybody's scripts run in the page.",
                "script-src 'self' *           | * lets anybody's scripts run in the page.",
                "script-src 'self' https://*   | https://* lets anybody's scripts run in the page.",
                "script-src https://maps.example | script-src must have 'self' among its sources",
                "script-src-elem 'none'        | script-src-elem must have 'self' among its sources",
                "connect-src https://live.example | connect-src must have 'self' among its sources",
                "default-src 'none'            | default-src must have 'self' among its sources",
                "sandbox allow-scripts         | The page cannot run in this sandbox."
            })
    void refusesADirectiveAndSaysWhy(String directive, String message) {
        List<String> problems = policyProblems(directive);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("[csp] ") && problems.get(0).contains(message), problems.get(0));
    }

    @Test
    void refusesADuplicateDirectiveAndAppliesDefaultSrcWhereOthersAreMissing() {
        assertEquals(
                List.of("[csp] img-src is set twice, but browsers use only the first. Put all its sources into"
                        + " one directive."),
                policyProblems("img-src 'self'", "img-src data:"));
        assertEquals(List.of(), policyProblems("default-src 'none'", "connect-src 'self'"));
    }
}
