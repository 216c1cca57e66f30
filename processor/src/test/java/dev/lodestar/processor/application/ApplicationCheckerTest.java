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

/** The model is values: made by hand here, without a compiler. */
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

    private static Application application(List<ViewMethod> views, List<ActionMethod> actions) {
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
                        List.of(),
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
    void findsNothingWrongWithAGoodApplication() {
        assertEquals(
                List.of(),
                problems(application(
                        List.of(view("/", "home"), view("/a-b/c.d", "other")),
                        List.of(action("cart/add", "add", "/"), action("x", "y")))));
    }

    @Test
    void putsADuplicateOnTheSecondOfTheTwo() {
        List<Problem> problems = problems(application(List.of(view("/", "one"), view("/", "two")), List.of()));

        assertEquals(1, problems.size());
        assertEquals(Rule.DUPLICATE_PATH, problems.get(0).rule());
        assertEquals("two", problems.get(0).origin().label());
    }

    @Test
    void refusesPathsThatTheServerKeepsForItself() {
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
    void givesAnActionTheSamePathInEveryBuild() {
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
}
