package dev.lodestar.browser;

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

/** One browser for all tests, and separate windows for each. */
final class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);

    /** Without a browser the tests are skipped, so that a first build works anywhere; in CI they fail. */
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Chromium.isInstalled() || System.getenv("CI") != null
                ? ConditionEvaluationResult.enabled(null)
                : ConditionEvaluationResult.disabled(Chromium.MISSING);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Window.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Window window = Chromium.of(context).open();
        windows(context).all.add(window);
        return window;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Windows windows = windows(context);
        List<String> errors =
                windows.all.stream().flatMap(each -> each.takeErrors().stream()).toList();
        windows.all.forEach(Window::close);
        if (context.getExecutionException().isEmpty()) {
            assertEquals(List.of(), errors, "errors in the browser");
        }
    }

    private static Windows windows(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Windows.class, type -> new Windows(), Windows.class);
    }

    private static final class Windows {
        final List<Window> all = new ArrayList<>();
    }
}
