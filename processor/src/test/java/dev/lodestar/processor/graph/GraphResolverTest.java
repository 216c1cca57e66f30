package dev.lodestar.processor.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Origin;
import dev.lodestar.processor.diagnostic.Problem;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.graph.Source.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphResolverTest {
    private final Map<TypeName, Source> sources = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private record Place(String label) implements Origin {}

    private static ClassName type(String name) {
        return ClassName.get("app", name);
    }

    private GraphResolverTest made(String name, String... needs) {
        List<Parameter> parameters = Arrays.stream(needs)
                .map(need -> new Parameter(need.toLowerCase(), type(need), new Place(name + " needs " + need)))
                .toList();
        sources.put(type(name), new Source.Call(CodeBlock.of("new $L", name), "", parameters, List.of(), false));
        return this;
    }

    private List<String> resolve(String... roots) {
        return GraphResolver.resolve(
                        Arrays.stream(roots).map(GraphResolverTest::type).toList(),
                        sources,
                        new Diagnostics(problems::add))
                .objects()
                .stream()
                .map(made -> made.variable() + " = " + made.expression())
                .toList();
    }

    @Test
    void createsEachObjectOnceAfterThoseItNeeds() {
        made("Shop", "Cart", "Prices").made("Cart", "Prices").made("Prices");

        assertEquals(
                List.of("prices = new Prices()", "cart = new Cart(prices)", "shop = new Shop(cart, prices)"),
                resolve("Shop", "Cart"));
        assertEquals(List.of(), problems);
    }

    @Test
    void writesObjectsOfTheFrameworkInPlace() {
        made("Shop", "Hub");
        sources.put(type("Hub"), new Source.Framework(CodeBlock.of("server.hub()")));

        assertEquals(List.of("shop = new Shop(server.hub())"), resolve("Shop"));
    }

    @Test
    void leavesOutWhatNothingNeeds() {
        made("Shop").made("Unused");

        assertEquals(List.of("shop = new Shop()"), resolve("Shop"));
    }

    @Test
    void namesVariablesOfTypesWithTheSameNameDifferently() {
        made("Shop", "Prices").made("Prices");
        ClassName other = ClassName.get("other", "Shop");
        sources.put(other, new Source.Call(CodeBlock.of("new $T", other), "", List.of(), List.of(), false));

        List<String> variables =
                GraphResolver.resolve(List.of(type("Shop"), other), sources, new Diagnostics(problems::add))
                        .objects()
                        .stream()
                        .map(ObjectGraph.Made::variable)
                        .toList();

        assertEquals(List.of("prices", "shop", "shop2"), variables);
    }

    @Test
    void reportsACycleOnceOnTheParameterThatCompletesIt() {
        made("A", "B").made("B", "C").made("C", "A");

        assertEquals(List.of(), resolve("A", "B", "C"));
        assertEquals(1, problems.size());
        assertEquals(Rule.DEPENDENCY_CYCLE, problems.get(0).rule());
        assertEquals("C needs A", problems.get(0).origin().label());
        assertTrue(problems.get(0).message().contains("A -> B -> C -> A"));
    }

    @Test
    void reportsATypeThatCannotBeCreatedForEachParameterThatAsksForIt() {
        made("A", "X").made("B", "X");
        sources.put(type("X"), new Source.None("is an interface"));

        assertEquals(List.of(), resolve("A", "B"));
        assertEquals(
                List.of("A needs X", "B needs X"),
                problems.stream().map(problem -> problem.origin().label()).toList());
    }
}
