package dev.lodestar.processor.code;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lodestar.Permission;
import dev.lodestar.processor.application.ActionMethod;
import dev.lodestar.processor.application.Application;
import dev.lodestar.processor.application.Argument;
import dev.lodestar.processor.application.ClockMethod;
import dev.lodestar.processor.application.StreamMethod;
import dev.lodestar.processor.application.ViewMethod;
import dev.lodestar.processor.asset.ServedTable;
import dev.lodestar.processor.code.ConstantsWriter.Constant;
import dev.lodestar.processor.code.HandlerCalls.Call;
import dev.lodestar.processor.graph.ObjectGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** Writes {@code Routes}: which path leads to which method. */
final class RoutesWriter {
    private static final ClassName REPLY = ClassName.get("dev.lodestar", "Reply");
    private static final ClassName BUILDER = RuntimeTypes.ROUTE_TABLE.nestedClass("Builder");

    private final Application application;
    private final ObjectGraph graph;
    private final HandlerCalls calls;
    private final RecordClassNames renderers;
    private final Map<String, Constant> viewConstants;
    private final Map<String, Constant> actionConstants;

    /**
     * @param viewConstants the constants in {@code Views}, by path
     * @param actionConstants the constants in {@code Actions}, by the actions' names
     */
    RoutesWriter(
            Application application,
            ObjectGraph graph,
            HandlerCalls calls,
            RecordClassNames renderers,
            Map<String, Constant> viewConstants,
            Map<String, Constant> actionConstants) {
        this.application = application;
        this.graph = graph;
        this.calls = calls;
        this.renderers = renderers;
        this.viewConstants = viewConstants;
        this.actionConstants = actionConstants;
    }

    /** The class {@code Routes}, and the parts if the application is large. */
    List<TypeSpec> write(List<RoutePart> parts) {
        if (parts.size() == 1) {
            return List.of(whole(parts.get(0)));
        }
        List<TypeSpec> types = new ArrayList<>();
        types.add(routes(MethodSpec.methodBuilder("begin")
                .returns(BUILDER)
                .addStatement("return $L", beginning())
                .build()));
        parts.forEach(part -> types.add(part(part)));
        return types;
    }

    private TypeSpec whole(RoutePart part) {
        CodeBlock.Builder code = CodeBlock.builder().add("return $L$>$>", beginning());
        calls(part).forEach(call -> code.add("\n.$L", call));
        return routes(MethodSpec.methodBuilder("of")
                .returns(RuntimeTypes.ROUTE_TABLE)
                .addParameters(parameters(part))
                .addCode(code.add("\n.build();$<$<\n").build())
                .build());
    }

    private TypeSpec routes(MethodSpec method) {
        return holder(
                "Routes",
                method,
                CodeBlock.of(
                        "The paths of {@link $T} and the methods that answer them.",
                        application.app().name()));
    }

    private TypeSpec part(RoutePart part) {
        MethodSpec.Builder add =
                MethodSpec.methodBuilder("add").addParameter(BUILDER, "routes").addParameters(parameters(part));
        calls(part).forEach(call -> add.addCode("routes.$L;\n", call));
        return holder(part.className(), add.build(), CodeBlock.of("Part of the application's routes."));
    }

    private TypeSpec holder(String name, MethodSpec method, CodeBlock purpose) {
        return TypeSpec.classBuilder(name)
                .addJavadoc(purpose)
                .addModifiers(Modifier.FINAL)
                .addFields(calls.constants())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(method.toBuilder().addModifiers(Modifier.STATIC).build())
                .build();
    }

    private List<ParameterSpec> parameters(RoutePart part) {
        return part.handlers().stream()
                .map(handler ->
                        ParameterSpec.builder(handler, graph.variable(handler)).build())
                .toList();
    }

    private CodeBlock beginning() {
        CodeBlock over = CodeBlock.of(
                "$T.over($T.read(Routes.class.getResourceAsStream($S)))",
                RuntimeTypes.ROUTE_TABLE,
                RuntimeTypes.ASSET_TABLE,
                ServedTable.RESOURCE);
        CodeBlock.Builder code = CodeBlock.builder().add(over);
        if (application.app().unsafeEval()) {
            code.add("$>$>\n.unsafeEval()$<$<");
        }
        if (!application.app().csp().isEmpty()) {
            code.add(
                    "$>$>\n.csp($L)$<$<",
                    application.app().csp().stream().map(JavaLiteral::of).collect(CodeBlock.joining(", ")));
        }
        if (!application.app().permissions().isEmpty()) {
            code.add(
                    "$>$>\n.permissions($L)$<$<",
                    application.app().permissions().stream()
                            .map(permission -> CodeBlock.of("$T.$L", Permission.class, permission.name()))
                            .collect(CodeBlock.joining(", ")));
        }
        return code.build();
    }

    /** The builder calls that add the routes of a part. */
    private Stream<CodeBlock> calls(RoutePart part) {
        return Stream.of(
                        application.views().stream()
                                .filter(view -> part.has(view.method()))
                                .map(view -> CodeBlock.of("view($L)", view(view))),
                        application.actions().stream()
                                .filter(action -> part.has(action.method()))
                                .flatMap(this::actionCalls),
                        application.clocks().stream()
                                .filter(clock -> part.has(clock.method()))
                                .map(clock -> CodeBlock.of("every($L)", clock(clock))),
                        application.streams().stream()
                                .filter(stream -> part.has(stream.method()))
                                .map(this::stream))
                .flatMap(calls -> calls);
    }

    private CodeBlock view(ViewMethod view) {
        Call call = calls.laterCall(view.method(), view.arguments());
        CodeBlock rendering = view.record()
                .map(record -> CodeBlock.of("out -> $T.render($L, out)", renderers.of(record), call.expression()))
                .orElse(CodeBlock.of("out -> out.html($L)", call.expression()));
        CodeBlock head = CodeBlock.of(
                "Views.$L, $L, request -> ", viewConstants.get(view.path()).name(), scope(view));
        return call.bindings().isEmpty()
                ? CodeBlock.of("$L$L$L", head, rendering, reads(view))
                : CodeBlock.of("$L{\n$>$Lreturn $L;\n$<}$L", head, call.bindings(), rendering, reads(view));
    }

    /** The prefixes of the keys that the view reads, as further arguments. */
    private static CodeBlock reads(ViewMethod view) {
        CodeBlock.Builder code = CodeBlock.builder();
        view.reads().forEach(prefix -> code.add(", $L", JavaLiteral.of(prefix)));
        return code.build();
    }

    private CodeBlock scope(ViewMethod view) {
        return switch (view.sharing()) {
            case EVERYBODY -> CodeBlock.of("$T.everybody()", RuntimeTypes.SCOPE);
            case ONE_CONNECTION -> CodeBlock.of("$T.connection()", RuntimeTypes.SCOPE);
            case SAME_QUERY ->
                CodeBlock.of(
                        "$T.query($L)",
                        RuntimeTypes.SCOPE,
                        view.arguments().stream()
                                .map(argument -> JavaLiteral.of(
                                        ((Argument.FromQuery) argument).field().name()))
                                .collect(CodeBlock.joining(", ")));
        };
    }

    private Stream<CodeBlock> actionCalls(ActionMethod action) {
        CodeBlock call = CodeBlock.of("action($L)", action(action));
        return action.crossOrigin()
                ? Stream.of(call, CodeBlock.of("crossOrigin($L)", actionConstant(action)))
                : Stream.of(call);
    }

    private CodeBlock actionConstant(ActionMethod action) {
        return CodeBlock.of("Actions.$L", actionConstants.get(action.name()).name());
    }

    private CodeBlock action(ActionMethod action) {
        Call call = calls.call(action.method(), action.arguments());
        CodeBlock head = CodeBlock.of("$L, $S, request -> ", actionConstant(action), action.name());
        CodeBlock refresh = views(action.refresh());
        if (!action.replies()) {
            return CodeBlock.of(
                    "$L{\n$>$L$L;\nreturn $T.changed();\n$<}$L",
                    head,
                    call.bindings(),
                    call.expression(),
                    REPLY,
                    refresh);
        }
        return call.bindings().isEmpty()
                ? CodeBlock.of("$L$L$L", head, call.expression(), refresh)
                : CodeBlock.of("$L{\n$>$Lreturn $L;\n$<}$L", head, call.bindings(), call.expression(), refresh);
    }

    private CodeBlock clock(ClockMethod clock) {
        CodeBlock call = calls.call(clock.method(), List.of()).expression();
        CodeBlock refresh = views(clock.refresh());
        CodeBlock interval = interval(clock.interval());
        return clock.reportsChange()
                ? CodeBlock.of("$L, () -> $L$L", interval, call, refresh)
                : CodeBlock.of("$L, () -> {\n$>$L;\nreturn true;\n$<}$L", interval, call, refresh);
    }

    private CodeBlock stream(StreamMethod stream) {
        Call call = calls.laterCall(stream.method(), stream.arguments());
        CodeBlock done = stream.reportsChange()
                ? CodeBlock.of("() -> $L", call.expression())
                : CodeBlock.of("() -> {\n$>$L;\nreturn true;\n$<}", call.expression());
        CodeBlock prepared =
                call.bindings().isEmpty() ? done : CodeBlock.of("{\n$>$Lreturn $L;\n$<}", call.bindings(), done);
        return CodeBlock.of(
                "$L($T.of($L), request -> $L$L)",
                stream.moment() == StreamMethod.Moment.CONNECTED ? "connected" : "disconnected",
                List.class,
                constants(stream.views()).collect(CodeBlock.joining(", ")),
                prepared,
                views(stream.refresh()));
    }

    private static CodeBlock interval(Duration interval) {
        return interval.toMillisPart() == 0
                ? CodeBlock.of("$T.ofSeconds($L)", Duration.class, interval.toSeconds())
                : CodeBlock.of("$T.ofMillis($L)", Duration.class, interval.toMillis());
    }

    /** The views to refresh, as further arguments. */
    private CodeBlock views(List<String> paths) {
        return constants(paths).map(view -> CodeBlock.of(", $L", view)).collect(CodeBlock.joining(""));
    }

    private Stream<CodeBlock> constants(List<String> paths) {
        return paths.stream()
                .map(path -> CodeBlock.of("Views.$L", viewConstants.get(path).name()));
    }
}
