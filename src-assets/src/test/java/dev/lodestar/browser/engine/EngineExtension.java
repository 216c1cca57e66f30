package dev.lodestar.browser.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One browser for all tests, and separate tabs for each. */
final class EngineExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(EngineExtension.class);

    /** Without the browser the tests are skipped, so that a first build works anywhere; in CI they fail. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Engine engine = Engine.chosen();
        return engine.isInstalled() || System.getenv("CI") != null
                ? ConditionEvaluationResult.enabled(null)
                : ConditionEvaluationResult.disabled(engine.missing());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Tab.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Tab tab = new Tab(Engine.chosen(), browser(context).open());
        tabs(context).all.add(tab);
        return tab;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Tabs tabs = tabs(context);
        List<String> errors = new ArrayList<>();
        try {
            if (context.getExecutionException().isEmpty()) {
                tabs.all.forEach(tab -> errors.addAll(tab.takeErrors()));
            }
        } finally {
            tabs.all.forEach(Tab::close);
        }
        assertEquals(List.of(), errors, "errors in the browser");
    }

    /** The root store closes its values when all tests are done. */
    private static Browser browser(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Browser.class, type -> Engine.chosen().start(context), Browser.class);
    }

    private static Tabs tabs(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Tabs.class, type -> new Tabs(), Tabs.class);
    }

    private static final class Tabs {
        final List<Tab> all = new ArrayList<>();
    }
}
