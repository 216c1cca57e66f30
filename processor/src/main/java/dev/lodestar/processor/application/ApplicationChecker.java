package dev.lodestar.processor.application;

import dev.lodestar.processor.diagnostic.Diagnostics;
import dev.lodestar.processor.diagnostic.Origin;
import dev.lodestar.processor.diagnostic.Rule;
import dev.lodestar.processor.name.ConstantName;
import dev.lodestar.processor.name.Nearest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks the rules that concern several parts of an application, and the names of each. */
public final class ApplicationChecker {
    // Browsers resolve the segments . and .. before they send a request.
    private static final Pattern VIEW_PATH =
            Pattern.compile("/(?:(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+(?:/(?!\\.{1,2}(?:/|$))[A-Za-z0-9._~-]+)*/?)?");
    private static final Pattern ACTION_NAME = Pattern.compile("[A-Za-z0-9_-]+(?:/[A-Za-z0-9_-]+)*");
    private static final int MAX_LENGTH = 200;
    private static final Pattern PREFIX =
            Pattern.compile("[^/.\\p{Cntrl}][^/\\p{Cntrl}]*(?:/[^/.\\p{Cntrl}][^/\\p{Cntrl}]*)*");
    private static final List<String> RESERVED = List.of("/a/", "/assets/", "/healthz");

    private final Application application;
    private final Diagnostics diagnostics;

    private ApplicationChecker(Application application, Diagnostics diagnostics) {
        this.application = application;
        this.diagnostics = diagnostics;
    }

    /** Reports every problem of the application. */
    public static void check(Application application, Diagnostics diagnostics) {
        ApplicationChecker checker = new ApplicationChecker(application, diagnostics);
        checker.checkHasView();
        checker.checkViews();
        checker.checkActions();
        checker.checkRefreshes();
        checker.checkStreams();
        checker.checkConstants();
        PolicyChecker.check(application.app().csp(), application.app().origin(), diagnostics);
    }

    private void checkHasView() {
        if (application.views().isEmpty() && !diagnostics.failed()) {
            diagnostics.warning(
                    application.app().origin(),
                    Rule.NO_VIEW,
                    "The application has no view, so it has no page. Write @View(\"/\") on a method that returns a"
                            + " @Template record, or Html.");
        }
    }

    private void checkViews() {
        Map<String, ViewMethod> byPath = new HashMap<>();
        for (ViewMethod view : application.views()) {
            checkPath(view);
            view.reads().forEach(prefix -> checkPrefix(prefix, view.origin().at("reads", prefix)));
            ViewMethod first = byPath.putIfAbsent(view.path(), view);
            if (first != null) {
                diagnostics.error(
                        view.origin(),
                        Rule.DUPLICATE_PATH,
                        "The path " + view.path() + " already belongs to " + first.method() + ", and one view answers a"
                                + " request. Give " + view.method() + " another path.");
            }
        }
    }

    private void checkPath(ViewMethod view) {
        String path = view.path();
        if (VIEW_PATH.matcher("/" + path).matches()) {
            diagnostics.error(
                    view.origin(),
                    Rule.VIEW_PATH,
                    "The path of a view starts with a slash. Write @View(\"/" + path + "\").");
        } else if (!VIEW_PATH.matcher(path).matches() || path.length() > MAX_LENGTH) {
            diagnostics.error(
                    view.origin(),
                    Rule.VIEW_PATH,
                    "The path " + shortened(path)
                            + " must consist of segments of letters, digits and - . _ ~, each after a single slash"
                            + " and none"
                            + " of them . or .., in at most " + MAX_LENGTH
                            + " characters. Put what varies into the query, and"
                            + " take it as a @Query parameter.");
        } else if (RESERVED.stream().anyMatch(r -> path.equals(r) || r.endsWith("/") && path.startsWith(r))) {
            diagnostics.error(
                    view.origin(),
                    Rule.VIEW_PATH,
                    "The path " + path + " is reserved: /a/ is for actions, /assets/ for assets, and /healthz for"
                            + " health checks. Choose another.");
        }
    }

    private void checkPrefix(String prefix, Origin origin) {
        if (!PREFIX.matcher(prefix).matches()) {
            diagnostics.error(
                    origin,
                    Rule.VIEW_READS,
                    "reads names \"" + prefix
                            + "\", which cannot be a prefix of the store's keys. Write whole segments"
                            + " separated by single slashes, as in reads = \"todos\", or omit reads if every commit"
                            + " should refresh the view.");
        }
    }

    private void checkActions() {
        Map<String, ActionMethod> byName = new HashMap<>();
        Map<String, ActionMethod> byPath = new HashMap<>();
        for (ActionMethod action : application.actions()) {
            if (!ACTION_NAME.matcher(action.name()).matches() || action.name().length() > MAX_LENGTH) {
                diagnostics.error(
                        action.origin(),
                        Rule.ACTION_NAME,
                        "The action name \"" + shortened(action.name())
                                + "\" must consist of segments of letters, digits, - and _, separated by single"
                                + " slashes,"
                                + " as in \"counter/inc\", in at most " + MAX_LENGTH + " characters.");
            }
            ActionMethod first = byName.putIfAbsent(action.name(), action);
            if (first != null) {
                diagnostics.error(
                        action.origin(),
                        Rule.DUPLICATE_ACTION,
                        "The name \"" + action.name() + "\" already belongs to " + first.method() + ", and a request"
                                + " runs one action. Give " + action.method() + " another name.");
            } else if (byPath.putIfAbsent(action.path(), action) != null) {
                diagnostics.error(
                        action.origin(),
                        Rule.DUPLICATE_ACTION,
                        "The name \"" + action.name() + "\" has the same hash as \""
                                + byPath.get(action.path()).name() + "\", and so the same path. Choose another.");
            }
        }
    }

    private void checkRefreshes() {
        for (ActionMethod action : application.actions()) {
            action.refresh().forEach(path -> checkRefresh(path, action.origin().at("refresh", path)));
        }
        for (ClockMethod clock : application.clocks()) {
            clock.refresh().forEach(path -> checkRefresh(path, clock.origin().at("refresh", path)));
        }
        for (StreamMethod stream : application.streams()) {
            stream.refresh().forEach(path -> checkRefresh(path, stream.origin().at("refresh", path)));
        }
    }

    private void checkStreams() {
        StreamChecker checker = new StreamChecker(application.views(), diagnostics);
        application.streams().forEach(checker::check);
    }

    private void checkRefresh(String path, Origin origin) {
        List<String> paths = application.views().stream().map(ViewMethod::path).toList();
        if (!paths.contains(path)) {
            diagnostics.error(
                    origin,
                    Rule.UNKNOWN_VIEW,
                    "refresh names \"" + path + "\", but no view has that path." + Nearest.suggestion(path, paths));
        }
    }

    /**
     * Reports names that become the same constant. Numbering the constants would tell them apart, but adding a name
     * could then change what an existing constant means.
     */
    private void checkConstants() {
        Map<String, String> views = ConstantName.clashes(
                application.views().stream().map(ViewMethod::path).toList());
        for (ViewMethod view : application.views()) {
            checkConstant("path", view.path(), views, "Views", view.origin());
        }
        Map<String, String> actions = ConstantName.clashes(
                application.actions().stream().map(ActionMethod::name).toList());
        for (ActionMethod action : application.actions()) {
            checkConstant("name", action.name(), actions, "Actions", action.origin());
        }
    }

    private void checkConstant(String what, String text, Map<String, String> clashes, String holder, Origin origin) {
        String other = clashes.get(text);
        if (other != null) {
            diagnostics.error(
                    origin,
                    Rule.SAME_CONSTANT,
                    "The " + what + "s \"" + text + "\" and \"" + other + "\" would both become the constant " + holder
                            + "." + ConstantName.of(text) + ". Change one of them in more than case and punctuation.");
        }
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "...";
    }
}
