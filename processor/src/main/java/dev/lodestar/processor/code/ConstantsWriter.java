package dev.lodestar.processor.code;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.lodestar.processor.application.Field;
import dev.lodestar.processor.name.ConstantName;
import java.util.Collection;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes a class of constants for paths, with methods that add a query to the paths that take one. */
final class ConstantsWriter {
    private ConstantsWriter() {}

    /**
     * One constant.
     *
     * @param meaning what the path leads to, for the constant's Javadoc
     * @param query the parameters that are read from the query there
     */
    record Constant(String name, String path, String meaning, List<Field> query) {
        Constant {
            query = List.copyOf(query);
        }
    }

    static TypeSpec write(String className, String purpose, Collection<Constant> constants, Modifier... modifiers) {
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addJavadoc("$L", purpose)
                .addModifiers(modifiers)
                .addModifiers(Modifier.FINAL);
        for (Constant constant : constants) {
            type.addField(FieldSpec.builder(String.class, constant.name())
                    .addJavadoc("$L", constant.meaning())
                    .addModifiers(modifiers)
                    .addModifiers(Modifier.STATIC, Modifier.FINAL)
                    .initializer("$S", constant.path())
                    .build());
        }
        type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
        constants.stream()
                .filter(constant -> !constant.query().isEmpty())
                .forEach(constant -> type.addMethod(withQuery(constant, modifiers)));
        return type.build();
    }

    private static MethodSpec withQuery(Constant constant, Modifier... modifiers) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(ConstantName.method(constant.name()))
                .addJavadoc("Returns {@link #$L} with its query, encoded.\n\n", constant.name())
                .addModifiers(modifiers)
                .addModifiers(Modifier.STATIC)
                .returns(String.class);
        CodeBlock.Builder url = CodeBlock.builder().add("return $T.to($L)", RuntimeTypes.LINK, constant.name());
        for (Field parameter : constant.query()) {
            method.addJavadoc("@param $L the query parameter {@code $L}\n", parameter.variable(), parameter.name());
            method.addParameter(QueryTypes.of(parameter.type()), parameter.variable());
            url.add(".with($L, $L)", JavaLiteral.of(parameter.name()), parameter.variable());
        }
        if (modifiers.length > 0 && constant.query().stream().anyMatch(p -> QueryTypes.hasEnum(p.type()))) {
            // The enum may be less visible than the method. Only callers that see both can then call it.
            method.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", "$S", "exports")
                    .build());
        }
        return method.addStatement(url.add(".toString()").build()).build();
    }
}
