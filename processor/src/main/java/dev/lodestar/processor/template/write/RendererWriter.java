package dev.lodestar.processor.template.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.code.RuntimeTypes;
import dev.lodestar.processor.template.step.Local;
import dev.lodestar.processor.template.step.RenderMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class that renders a template. */
public final class RendererWriter {
    private final String template;
    private final ClassName renderer;
    private final Constants constants = new Constants();

    public RendererWriter(String template, ClassName renderer) {
        this.template = template;
        this.renderer = renderer;
    }

    public TypeSpec write(RenderMethod render) {
        UsedLocals locals = UsedLocals.of(render);
        locals.usesAll(render);
        List<RenderMethod> methods = new ArrayList<>();
        for (RenderMethod method : UsedLocals.methods(render)) {
            methods.add(method);
            methods.addAll(MethodSplitter.split(method, locals));
        }
        Map<RenderMethod, String> names = named(methods);
        List<MethodSpec> specs = methods.stream()
                .map(method -> method(method, method == render, locals, names))
                .toList();
        return TypeSpec.classBuilder(renderer)
                .addJavadoc("Renders {@code $L}.\n", template)
                .addModifiers(Modifier.FINAL)
                .addFields(constants.fields())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethods(specs)
                .build();
    }

    private MethodSpec method(
            RenderMethod method, boolean isDoor, UsedLocals locals, Map<RenderMethod, String> methodNames) {
        MethodSpec.Builder spec =
                MethodSpec.methodBuilder(methodNames.get(method)).addModifiers(Modifier.STATIC);
        if (!isDoor) {
            spec.addModifiers(Modifier.PRIVATE);
        }
        LocalNames names = new LocalNames();
        for (Local parameter : locals.parameters(method)) {
            spec.addParameter(JavaTypes.of(parameter.type()), names.declare(parameter));
        }
        spec.addParameter(RuntimeTypes.HTML_OUTPUT, LocalNames.OUT);
        CodeBlock.Builder code = CodeBlock.builder();
        new MethodWriter(code, names, constants, locals, methodNames).all(method.steps());
        return spec.addCode(code.build()).build();
    }

    private static Map<RenderMethod, String> named(List<RenderMethod> methods) {
        Map<RenderMethod, String> names = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (RenderMethod method : methods) {
            String name = method.name();
            for (int number = 2; !taken.add(name); number++) {
                name = method.name() + number;
            }
            names.put(method, name);
        }
        return names;
    }
}
