package dev.lodestar.processor.code;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.application.Application.AppClass;
import dev.lodestar.processor.graph.ObjectGraph;
import dev.lodestar.processor.graph.ObjectGraph.Made;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code Main}, which creates the application's objects one after the other and starts a server with their
 * routes.
 */
final class MainWriter {
    private static final ClassName CONFIG = ClassName.get("dev.lodestar", "Config");

    private final AppClass app;
    private final ObjectGraph graph;
    private final List<RoutePart> parts;

    MainWriter(AppClass app, ObjectGraph graph, List<RoutePart> parts) {
        this.app = app;
        this.graph = graph;
        this.parts = parts;
    }

    TypeSpec write(Modifier... modifiers) {
        return TypeSpec.classBuilder("Main")
                .addJavadoc("Starts {@link $T}.", app.name())
                .addModifiers(modifiers)
                .addModifiers(Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(main())
                .addMethod(start(modifiers))
                .build();
    }

    private MethodSpec main() {
        return MethodSpec.methodBuilder("main")
                .addJavadoc("Serves until the process is told to stop. {@code --help} lists the options.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameter(ArrayTypeName.of(String.class), "args")
                .addStatement(
                        "$T.main(args, $T.defaults().withPort($L), Main::start)",
                        RuntimeTypes.SERVER,
                        CONFIG,
                        app.port())
                .build();
    }

    private MethodSpec start(Modifier... modifiers) {
        CodeBlock.Builder body = CodeBlock.builder()
                .addStatement("$1T server = $1T.create(config)", RuntimeTypes.SERVER)
                .beginControlFlow("try");
        for (Made made : graph.objects()) {
            body.addStatement(
                    made.closeable() ? "$T $N = server.closing($L)" : "$T $N = $L",
                    made.type(),
                    made.variable(),
                    made.expression());
            if (made.type().equals(ObjectGraph.STORE)) {
                body.addStatement("server.hub().connect($N)", made.variable());
                if (app.storedSessions()) {
                    body.addStatement("server.keepSessions($N)", made.variable());
                }
            } else if (made.type().equals(ObjectGraph.METER_REGISTRY)) {
                body.addStatement("server.measure($T.of($N))", RuntimeTypes.MICROMETER_METERS, made.variable());
            }
        }
        return MethodSpec.methodBuilder("start")
                .addJavadoc("Creates the application's objects and starts serving. Closing the server closes them too.")
                .addModifiers(modifiers)
                .addModifiers(Modifier.STATIC)
                .returns(RuntimeTypes.SERVER)
                .addParameter(CONFIG, "config")
                .addExceptions(graph.thrown())
                .addCode(body.add(routes())
                        .nextControlFlow("catch ($T failure)", Throwable.class)
                        .addStatement("server.close()")
                        .addStatement("throw failure")
                        .endControlFlow()
                        .build())
                .build();
    }

    private CodeBlock routes() {
        if (parts.size() == 1) {
            return CodeBlock.of("return server.start(Routes.of($L));\n", arguments(parts.get(0)));
        }
        CodeBlock.Builder code =
                CodeBlock.builder().addStatement("$T.Builder routes = Routes.begin()", RuntimeTypes.ROUTE_TABLE);
        parts.forEach(part -> code.addStatement("$L.add(routes, $L)", part.className(), arguments(part)));
        return code.addStatement("return server.start(routes.build())").build();
    }

    private CodeBlock arguments(RoutePart part) {
        return part.handlers().stream()
                .map(handler -> CodeBlock.of("$N", graph.variable(handler)))
                .collect(CodeBlock.joining(", "));
    }
}
